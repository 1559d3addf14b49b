package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;

/**
 * What is known of one component and what follows from it.
 *
 * @param component what it is
 * @param observation what is known of it
 * @param standing how it stands in the end, with what it depends on
 * @param confirmedAt when the observation was last known to hold
 */
public record ComponentFinding(
        Component component, Observation observation, Standing standing, Instant confirmedAt) {}
