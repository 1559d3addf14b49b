package io.holdfast.core.inventory;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds what a host says against what ought to be there. */
public final class Inventory {

    private static final List<String> IDENTITY = List.of("vendor", "model", "serial");

    private Inventory() {}

    /**
     * Compares a host with its accepted inventory.
     *
     * @param state what the host says
     * @param pinned what was accepted
     * @param needs what the operator says of groups
     * @param at the moment that absences found here carry
     */
    public static Expected compare(HostState state, Pinned pinned, Needs needs, Instant at) {
        List<Difference> differences = new ArrayList<>();
        SortedMap<ComponentId, Observation> observations = new TreeMap<>(state.observations());
        for (ComponentId id : state.components().keySet()) {
            Component found = Objects.requireNonNull(state.components().get(id));
            observations.computeIfAbsent(id, key -> unspoken(key, at));
            compareOne(found, pinned, isAbsent(observations.get(id))).ifPresent(differences::add);
        }
        for (ComponentId id : pinned.components().keySet()) {
            if (!state.components().containsKey(id)) {
                Observation judged = missing(id, state, pinned, at);
                observations.put(id, judged);
                if (isAbsent(judged)) {
                    differences.add(new Difference.Missing(id));
                }
            }
        }
        observations
                .keySet()
                .removeIf(
                        id ->
                                goneAndNeverAccepted(id, observations, pinned)
                                        && !isMember(id, state));
        SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>();
        SortedMap<GroupId, Set<ComponentId>> outside = new TreeMap<>();
        SortedSet<GroupId> ids = new TreeSet<>(state.groups().keySet());
        ids.addAll(pinned.groups().keySet());
        for (GroupId id : ids) {
            Optional<RedundancyGroup> found = Optional.ofNullable(state.groups().get(id));
            Optional<RedundancyGroup> accepted = Optional.ofNullable(pinned.groups().get(id));
            boolean declared = found.isPresent() || !hasLooked(state, id, pinned);
            groups.put(id, needs.over(together(found, accepted)));
            outside.put(id, declared ? outsiders(found, accepted) : membersOf(accepted));
            compareGroup(found, accepted, declared).ifPresent(differences::add);
        }
        return new Expected(observations, groups, outside, differences);
    }

    private static Optional<Difference> compareOne(Component found, Pinned pinned, boolean absent) {
        Component accepted = pinned.components().get(found.id());
        if (accepted == null) {
            return absent ? Optional.empty() : Optional.of(new Difference.Added(found));
        }
        if (absent) {
            return Optional.of(new Difference.Missing(found.id()));
        }
        return samePiece(accepted, found)
                ? Optional.empty()
                : Optional.of(new Difference.Replaced(accepted, found));
    }

    private static boolean samePiece(Component accepted, Component found) {
        for (String name : IDENTITY) {
            String was = accepted.attributes().get(name);
            String is = found.attributes().get(name);
            if (was != null && is != null && !was.equals(is)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Difference> compareGroup(
            Optional<RedundancyGroup> found, Optional<RedundancyGroup> accepted, boolean declared) {
        if (accepted.isEmpty()) {
            return found.map(Difference.GroupAdded::new);
        }
        if (found.isEmpty()) {
            return declared ? Optional.empty() : accepted.map(Difference.GroupMissing::new);
        }
        RedundancyGroup was = accepted.get();
        RedundancyGroup is = found.get();
        boolean same = was.members().equals(is.members()) && was.needed() == is.needed();
        return same ? Optional.empty() : Optional.of(new Difference.GroupChanged(was, is));
    }

    private static RedundancyGroup together(
            Optional<RedundancyGroup> found, Optional<RedundancyGroup> accepted) {
        RedundancyGroup base = found.or(() -> accepted).orElseThrow();
        SortedSet<ComponentId> members = new TreeSet<>(base.members());
        accepted.ifPresent(group -> members.addAll(group.members()));
        return new RedundancyGroup(
                base.id(), base.kind(), members, base.needed(), base.carries(), base.published());
    }

    private static Set<ComponentId> outsiders(
            Optional<RedundancyGroup> found, Optional<RedundancyGroup> accepted) {
        Set<ComponentId> outsiders = new HashSet<>(membersOf(accepted));
        found.ifPresentOrElse(group -> outsiders.removeAll(group.members()), outsiders::clear);
        return outsiders;
    }

    private static Set<ComponentId> membersOf(Optional<RedundancyGroup> group) {
        return group.<Set<ComponentId>>map(RedundancyGroup::members).orElse(Set.of());
    }

    /** Whether the probe that declared a group last has looked and could have declared it again. */
    private static boolean hasLooked(HostState state, GroupId id, Pinned pinned) {
        RedundancyGroup accepted = pinned.groups().get(id);
        return accepted != null
                && accepted.members().stream()
                        .map(member -> pinned.probes().getOrDefault(member, ""))
                        .allMatch(probe -> completeLook(state, probe));
    }

    private static Observation missing(ComponentId id, HostState state, Pinned pinned, Instant at) {
        String probe = pinned.probes().getOrDefault(id, "");
        if (completeLook(state, probe)) {
            Evidence source = new Evidence(probe, id.local(), "", "accepted, but not listed");
            return new Observation.Absent(id, at, source);
        }
        return unspoken(id, at);
    }

    private static boolean completeLook(HostState state, String probe) {
        Look look = state.looks().get(probe);
        return look != null && look.complete();
    }

    private static Observation unspoken(ComponentId id, Instant at) {
        String why = "nothing has been heard of it since its agent started";
        return new Observation.Silent(id, at, Silence.of(Silence.Cause.NOT_ASKED, why));
    }

    private static boolean goneAndNeverAccepted(
            ComponentId id, SortedMap<ComponentId, Observation> observations, Pinned pinned) {
        return isAbsent(observations.get(id)) && !pinned.components().containsKey(id);
    }

    /**
     * Whether a group declared now names it: the empty place of an array is a loss, accepted or
     * not.
     */
    private static boolean isMember(ComponentId id, HostState state) {
        return state.groups().values().stream().anyMatch(group -> group.members().contains(id));
    }

    private static boolean isAbsent(@Nullable Observation observation) {
        return observation instanceof Observation.Absent;
    }
}
