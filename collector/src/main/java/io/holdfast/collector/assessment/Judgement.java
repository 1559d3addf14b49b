package io.holdfast.collector.assessment;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Standing;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a host stands at a moment; takes its maps over, which nobody may change afterwards.
 *
 * @param observations what is known of each part that is listed or accepted
 * @param standings how each of them stands in the end, with what it depends on
 * @param groups how each group stands
 * @param differences what is not as accepted
 */
public record Judgement(
        SortedMap<ComponentId, Observation> observations,
        SortedMap<ComponentId, Standing> standings,
        SortedMap<GroupId, Assessment> groups,
        List<Difference> differences) {

    /** Nothing is known. */
    public static final Judgement NOTHING =
            new Judgement(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());

    public Judgement {
        observations = Collections.unmodifiableSortedMap(observations);
        standings = Collections.unmodifiableSortedMap(standings);
        groups = Collections.unmodifiableSortedMap(groups);
        differences = List.copyOf(differences);
    }
}
