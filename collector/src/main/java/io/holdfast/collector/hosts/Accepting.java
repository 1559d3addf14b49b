package io.holdfast.collector.hosts;

import io.holdfast.collector.inventory.Accepted;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.state.HostState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes over what is there as what ought to be there. Pure. */
final class Accepting {

    private Accepting() {}

    /** The inventory after everything that the state lists was accepted. */
    static Accepted all(HostState state, Optional<Accepted> before, String by, Instant now) {
        return new Accepted(now, by, Pinned.of(state), sighted(state, before));
    }

    /**
     * The inventory after one part was accepted as it is, with the groups that differ by that part
     * alone; empty where nobody knows the part.
     */
    static Optional<Accepted> one(
            ComponentId component,
            HostState state,
            Optional<Accepted> before,
            String by,
            Instant now) {
        Pinned known = before.map(Accepted::pinned).orElse(Pinned.NOTHING);
        SortedMap<ComponentId, Component> components = new TreeMap<>(known.components());
        SortedMap<ComponentId, String> probes = new TreeMap<>(known.probes());
        Component found = state.components().get(component);
        boolean there =
                found != null
                        && !(state.observations().get(component) instanceof Observation.Absent);
        if (found != null && there) {
            components.put(component, found);
            probes.put(component, state.probe(component));
        } else if (components.remove(component) == null) {
            return Optional.empty();
        } else {
            probes.remove(component);
        }
        Pinned pinned = new Pinned(components, probes, groups(component, state, known));
        return Optional.of(new Accepted(now, by, pinned, sighted(state, before)));
    }

    /** The parts that are accepted and not well. */
    static List<Observation> alreadyBad(
            Pinned pinned, SortedMap<ComponentId, Observation> observations) {
        return observations.entrySet().stream()
                .filter(entry -> pinned.components().containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(observation -> Standing.of(observation) != Standing.WORKING)
                .toList();
    }

    private static SortedMap<GroupId, RedundancyGroup> groups(
            ComponentId component, HostState state, Pinned known) {
        SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>(known.groups());
        state.groups()
                .forEach(
                        (id, found) -> {
                            RedundancyGroup accepted = groups.get(id);
                            if (accepted != null && differOnlyBy(component, accepted, found)) {
                                groups.put(id, found);
                            }
                        });
        return groups;
    }

    private static boolean differOnlyBy(
            ComponentId component, RedundancyGroup accepted, RedundancyGroup found) {
        Set<ComponentId> one = new HashSet<>(accepted.members());
        Set<ComponentId> other = new HashSet<>(found.members());
        one.remove(component);
        other.remove(component);
        return one.equals(other) && !accepted.members().equals(found.members());
    }

    private static SortedSet<String> sighted(HostState state, Optional<Accepted> before) {
        SortedSet<String> sighted = new TreeSet<>();
        before.ifPresent(accepted -> sighted.addAll(accepted.sighted()));
        state.looks()
                .forEach(
                        (probe, look) -> {
                            if (look.complete()) {
                                sighted.add(probe);
                            }
                        });
        return sighted;
    }
}
