package io.holdfast.core.state;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one host now: the sum of all changes so far.
 *
 * <p>Mutable and for one thread. Two states that were given the same changes in the same order are
 * equal.
 */
public final class HostState {

    private final SortedMap<ComponentId, Component> components = new TreeMap<>();
    private final SortedMap<ComponentId, String> probeOf = new TreeMap<>();
    private final SortedMap<ComponentId, Observation> observations = new TreeMap<>();
    private final SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>();
    private final SortedMap<GroupId, String> probeOfGroup = new TreeMap<>();
    private final SortedMap<String, List<Unseen>> unseen = new TreeMap<>();
    private final SortedMap<String, Look> looks = new TreeMap<>();

    /** Takes one change in. */
    public void apply(Change change) {
        switch (change) {
            case Change.Observed(Observation observation) -> {
                Component known = components.get(observation.component());
                Observation kept = known == null ? observation : observation.sharing(known.id());
                observations.put(kept.component(), kept);
            }
            case Change.Seen(Component component, String probe) -> {
                components.put(component.id(), component);
                probeOf.put(component.id(), probe);
            }
            case Change.Forgotten(ComponentId component) -> {
                components.remove(component);
                probeOf.remove(component);
                observations.remove(component);
            }
            case Change.Grouped(RedundancyGroup group, String probe) -> {
                groups.put(group.id(), group);
                probeOfGroup.put(group.id(), probe);
            }
            case Change.Ungrouped(GroupId group) -> {
                groups.remove(group);
                probeOfGroup.remove(group);
            }
            case Change.UnseenListed(String probe, List<Unseen> list) -> {
                if (list.isEmpty()) {
                    unseen.remove(probe);
                } else {
                    unseen.put(probe, list);
                }
            }
            case Change.Looked(String probe, Instant at, boolean complete) ->
                    looks.put(probe, new Look(at, complete));
        }
    }

    /** The changes that lead from nothing to this state, in an order in which they make sense. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        components.values().forEach(c -> changes.add(new Change.Seen(c, probe(c.id()))));
        observations.values().forEach(o -> changes.add(new Change.Observed(o)));
        groups.values().forEach(g -> changes.add(new Change.Grouped(g, probe(g.id()))));
        unseen.forEach((probe, list) -> changes.add(new Change.UnseenListed(probe, list)));
        looks.forEach((probe, l) -> changes.add(new Change.Looked(probe, l.at(), l.complete())));
        return changes;
    }

    /**
     * When this was last known to be so: the observation's own time, or that of the latest look of
     * its probe if later, because a look that changes nothing confirms.
     *
     * <p>A silent observation is as old as the silence.
     */
    public Optional<Instant> confirmedAt(ComponentId component) {
        Observation observation = observations.get(component);
        if (observation == null) {
            return Optional.empty();
        }
        Look look = looks.get(probe(component));
        if (observation instanceof Observation.Silent || look == null) {
            return Optional.of(observation.at());
        }
        boolean later = look.at().isAfter(observation.at());
        return Optional.of(later ? look.at() : observation.at());
    }

    /** The probe that lists this component; empty text where no probe does. */
    public String probe(ComponentId component) {
        return probeOf.getOrDefault(component, "");
    }

    /** The probe that declares this group; empty text where no probe does. */
    public String probe(GroupId group) {
        return probeOfGroup.getOrDefault(group, "");
    }

    public SortedMap<ComponentId, Component> components() {
        return Collections.unmodifiableSortedMap(components);
    }

    public SortedMap<ComponentId, Observation> observations() {
        return Collections.unmodifiableSortedMap(observations);
    }

    public SortedMap<GroupId, RedundancyGroup> groups() {
        return Collections.unmodifiableSortedMap(groups);
    }

    /** What each probe could not see. */
    public SortedMap<String, List<Unseen>> unseen() {
        return Collections.unmodifiableSortedMap(unseen);
    }

    /** The latest look of each probe. */
    public SortedMap<String, Look> looks() {
        return Collections.unmodifiableSortedMap(looks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostState that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Map<?, ?>> parts() {
        return List.of(components, probeOf, observations, groups, probeOfGroup, unseen, looks);
    }
}
