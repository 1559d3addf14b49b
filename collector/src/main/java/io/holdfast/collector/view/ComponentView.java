package io.holdfast.collector.view;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * A part as a report shows it.
 *
 * @param component what it is
 * @param probe who lists it; empty text where it is accepted and listed no longer
 * @param observation what is known of it; silent where its agent is
 * @param standing how it stands in the end, with what it depends on
 * @param confirmedAt when the observation was last known to hold
 * @param accepted whether it belongs to the accepted inventory
 */
public record ComponentView(
        Component component,
        String probe,
        Observation observation,
        Standing standing,
        Optional<Instant> confirmedAt,
        boolean accepted) {}
