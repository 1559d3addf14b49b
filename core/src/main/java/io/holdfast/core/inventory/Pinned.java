package io.holdfast.core.inventory;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.HostState;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accepted inventory of one host.
 *
 * @param components the parts that ought to be there
 * @param probes the probe that listed each of them
 * @param groups the groups as they ought to be
 */
public record Pinned(
        SortedMap<ComponentId, Component> components,
        SortedMap<ComponentId, String> probes,
        SortedMap<GroupId, RedundancyGroup> groups) {

    /** Nothing is accepted yet. */
    public static final Pinned NOTHING =
            new Pinned(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Pinned {
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        probes = Collections.unmodifiableSortedMap(new TreeMap<>(probes));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** Everything that this state lists, whatever its health: what accepting it would pin. */
    public static Pinned of(HostState state) {
        SortedMap<ComponentId, Component> components = new TreeMap<>();
        SortedMap<ComponentId, String> probes = new TreeMap<>();
        state.components()
                .forEach(
                        (id, component) -> {
                            boolean gone =
                                    state.observations().get(id) instanceof Observation.Absent;
                            if (!gone) {
                                components.put(id, component);
                                probes.put(id, state.probe(id));
                            }
                        });
        return new Pinned(components, probes, new TreeMap<>(state.groups()));
    }
}
