package io.holdfast.core.inventory;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A host's state held against what ought to be there.
 *
 * @param observations one for every part that is listed or accepted: a part that is accepted and
 *     not listed is absent where its probe has looked, and silent where it has not
 * @param groups every group with all members that it has or ought to have
 * @param outside for each group, the members that ought to be in it and are not: a NIC that left
 *     its bond counts as absent for the bond, however well it is
 * @param differences what is not as accepted, in order
 */
public record Expected(
        SortedMap<ComponentId, Observation> observations,
        SortedMap<GroupId, RedundancyGroup> groups,
        SortedMap<GroupId, Set<ComponentId>> outside,
        List<Difference> differences) {

    public Expected {
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        outside =
                outside.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey(),
                                        e -> Set.copyOf(e.getValue()),
                                        (a, b) -> a,
                                        TreeMap::new));
        differences = List.copyOf(differences);
    }
}
