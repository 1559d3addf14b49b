package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Hypothesis;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Works out what would follow if some components were lost at once. */
public final class WhatIf {

    private final Estate estate;
    private final Topology topology;
    private final Situation situation;
    private final Hypothesis without;
    private final Set<ComponentId> lost;

    private WhatIf(Estate estate, Situation situation, Collection<ComponentId> lost) {
        this.estate = estate;
        this.topology = estate.topology();
        this.situation = situation;
        this.lost = new HashSet<>(lost);
        without =
                Hypothesis.without(
                        situation,
                        lost.stream()
                                .mapToInt(id -> topology.indexOf(id).orElseThrow())
                                .distinct()
                                .toArray());
    }

    /**
     * What would follow.
     *
     * @param situation of the estate's topology
     * @param lost components of that topology
     */
    public static Outcome of(
            Estate estate, Situation situation, Meters meters, Collection<ComponentId> lost) {
        WhatIf question = new WhatIf(estate, situation, lost);
        List<Chain> stops = question.stops();
        return new Outcome(
                new ArrayList<>(new TreeSet<>(lost)),
                stops,
                question.doubts(),
                question.withoutSpare(),
                Loads.of(estate, meters, question.without),
                question.further());
    }

    private List<Chain> stops() {
        List<Chain> stops = new ArrayList<>();
        without.changed()
                .forEach(
                        (number, standing) -> {
                            ComponentId id = topology.components().get(number);
                            if (standing.lost() && matters(id)) {
                                stops.add(Chains.to(number, topology, without));
                            }
                        });
        stops.sort(
                Comparator.comparing((Chain chain) -> !estate.services().contains(chain.end()))
                        .thenComparing(Chain::end));
        return stops;
    }

    private List<Outcome.Doubt> doubts() {
        SortedMap<ComponentId, SortedSet<ComponentId>> doubts = new TreeMap<>();
        for (int group : without.regrouped().keySet()) {
            int carried = topology.carries(group);
            if (carried == Topology.NOTHING || without.standing(carried).lost()) {
                continue;
            }
            ComponentId id = topology.components().get(carried);
            SortedSet<ComponentId> silent = new TreeSet<>();
            if (without.unsure(group)) {
                silentMembers(group, silent);
            } else if (without.redundancy(group) == Redundancy.NONE) {
                silentBelow(group, silent);
            }
            if (!silent.isEmpty() && matters(id)) {
                doubts.computeIfAbsent(id, key -> new TreeSet<>()).addAll(silent);
            }
        }
        return doubts.entrySet().stream()
                .map(entry -> new Outcome.Doubt(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The members that are unknown now, or on whose silent parts others come to hang. */
    private void silentMembers(int group, SortedSet<ComponentId> silent) {
        for (int member : topology.members(group)) {
            if (without.standing(member) != Standing.UNKNOWN) {
                continue;
            }
            if (situation.standing(member) == Standing.UNKNOWN) {
                silent.add(topology.components().get(member));
            } else {
                for (int below : topology.carriedBy(member)) {
                    if (without.unsure(below)) {
                        silentMembers(below, silent);
                    }
                }
            }
        }
    }

    /** What nobody hears of, and without which the last members of a group would be lost too. */
    private void silentBelow(int group, SortedSet<ComponentId> silent) {
        for (int member : topology.members(group)) {
            if (without.standing(member).works()) {
                for (int below : topology.carriedBy(member)) {
                    RedundancyGroup its = topology.groups().get(below);
                    if (its.designSpares() <= 0) {
                        silentMembers(below, silent);
                        silentBelow(below, silent);
                    }
                }
            }
        }
    }

    private List<Outcome.Bare> withoutSpare() {
        List<Outcome.Bare> bare = new ArrayList<>();
        without.regrouped()
                .forEach(
                        (group, redundancy) -> {
                            boolean last =
                                    redundancy == Redundancy.NONE
                                            && situation.redundancy(group) != Redundancy.NONE;
                            boolean perhaps =
                                    redundancy == Redundancy.UNKNOWN && !without.unsure(group);
                            if ((last || perhaps) && !lostItself(group)) {
                                bare.add(bare(topology.groups().get(group)));
                            }
                        });
        return bare;
    }

    /** Whether a group carries what is lost anyway. */
    private boolean lostItself(int group) {
        int carried = topology.carries(group);
        return carried != Topology.NOTHING && without.standing(carried).lost();
    }

    private Outcome.Bare bare(RedundancyGroup group) {
        return new Outcome.Bare(
                group.id(),
                group.carries(),
                group.members().stream()
                        .filter(id -> without.standing(topology.indexOf(id).orElseThrow()).works())
                        .toList());
    }

    private int further() {
        int further = 0;
        for (var entry : without.changed().entrySet()) {
            ComponentId id = topology.components().get(entry.getKey());
            further += entry.getValue().lost() && !lost.contains(id) && !matters(id) ? 1 : 0;
        }
        return further;
    }

    /** Hosts, devices, services and VIPs; but what is pulled is meant to stop. */
    private boolean matters(ComponentId id) {
        boolean self = id.kind() == Kind.HOST && id.equals(id.host().self());
        return (self || estate.services().contains(id)) && !lost.contains(id);
    }
}
