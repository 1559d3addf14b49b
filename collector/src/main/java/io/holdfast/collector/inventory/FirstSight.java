package io.holdfast.collector.inventory;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes over what a probe lists when it looks for the first time, because nobody can have accepted
 * it before.
 *
 * <p>A new host has {@link #SETTLING} to show itself, so that its inventory is one event and not
 * one for each probe; a probe that is slower, or came with a newer agent, adds to it later.
 */
public final class FirstSight {

    /** How long a new host is watched before its inventory is pinned. */
    public static final Duration SETTLING = Duration.ofSeconds(15);

    private FirstSight() {}

    /**
     * What is accepted now, where the state shows a probe that has looked for the first time.
     *
     * @param accepted what is accepted so far, if anything
     */
    public static Optional<Accepted> take(
            HostState state, Optional<Accepted> accepted, Instant now) {
        if (!hasNewProbe(state, accepted)) {
            return Optional.empty();
        }
        SortedSet<String> fresh = completeProbes(state);
        accepted.ifPresent(known -> fresh.removeAll(known.sighted()));
        Pinned shown = Pinned.of(state);
        Pinned known = accepted.map(Accepted::pinned).orElse(Pinned.NOTHING);
        SortedMap<ComponentId, Component> components = new TreeMap<>(known.components());
        SortedMap<ComponentId, String> probes = new TreeMap<>(known.probes());
        for (Map.Entry<ComponentId, String> listed : shown.probes().entrySet()) {
            Component component = shown.components().get(listed.getKey());
            if (fresh.contains(listed.getValue()) && component != null) {
                components.putIfAbsent(listed.getKey(), component);
                probes.putIfAbsent(listed.getKey(), listed.getValue());
            }
        }
        SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>(known.groups());
        shown.groups()
                .forEach(
                        (id, group) -> {
                            if (fresh.contains(state.probe(id))) {
                                groups.putIfAbsent(id, group);
                            }
                        });
        SortedSet<String> sighted = new TreeSet<>(fresh);
        accepted.ifPresent(before -> sighted.addAll(before.sighted()));
        Pinned pinned = new Pinned(components, probes, groups);
        return Optional.of(new Accepted(now, Accepted.FIRST_SIGHT, pinned, sighted));
    }

    /** Asked of every host several times a second, so it builds nothing. */
    private static boolean hasNewProbe(HostState state, Optional<Accepted> accepted) {
        for (Map.Entry<String, Look> looked : state.looks().entrySet()) {
            if (looked.getValue().complete()
                    && (accepted.isEmpty()
                            || !accepted.get().sighted().contains(looked.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static SortedSet<String> completeProbes(HostState state) {
        SortedSet<String> complete = new TreeSet<>();
        state.looks()
                .forEach(
                        (probe, look) -> {
                            if (look.complete()) {
                                complete.add(probe);
                            }
                        });
        return complete;
    }
}
