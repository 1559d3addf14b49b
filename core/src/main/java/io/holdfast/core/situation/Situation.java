package io.holdfast.core.situation;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How every component and every group of a topology stands, kept up to date change by change.
 *
 * <p>A component stands as it says of itself, or as failed where a group that it requires is
 * insufficient. A component that says nothing of itself, such as a service, stands as its groups
 * let it: a group of which enough members are known to work holds, whatever the others do.
 *
 * <p>Mutable and for one thread. Law: after any updates the situation equals the one that is
 * evaluated anew from the same words. A change costs what lies above it in the graph, no more.
 */
public final class Situation {

    private final Topology topology;
    private final Standing[] said;
    private final BitSet speaks;
    private final Standing[] effective;
    private final Redundancy[] redundancy;
    private final Function[] function;
    private final Outsiders outsiders;

    public Situation(Topology topology) {
        this.topology = topology;
        int components = topology.components().size();
        said = new Standing[components];
        Arrays.fill(said, Standing.UNKNOWN);
        speaks = new BitSet(components);
        effective = new Standing[components];
        Arrays.fill(effective, Standing.UNKNOWN);
        redundancy = new Redundancy[topology.groups().size()];
        function = new Function[redundancy.length];
        outsiders = new Outsiders(topology);
        evaluate();
    }

    /** The topology that this is the situation of. */
    public Topology topology() {
        return topology;
    }

    /**
     * Takes in what a component says of itself.
     *
     * @param component its number in the topology
     */
    public void say(int component, Standing standing) {
        said[component] = standing;
        speaks.set(component);
        propagate(component);
    }

    /**
     * Sets which members of a group are not in it now and count as absent for it alone.
     *
     * @param group its number in the topology
     * @param members the members outside; names that are not members have no effect
     */
    public void putOutside(int group, Set<ComponentId> members) {
        outsiders.put(group, members);
        regroup(group);
    }

    /** How a component stands in the end. */
    public Standing standing(int component) {
        return effective[component];
    }

    /** How redundant a group is, by its members. */
    public Redundancy redundancy(int group) {
        return redundancy[group];
    }

    /** Everything about a group's standing. */
    public Assessment assess(int group) {
        return Assess.assess(
                topology.groups().get(group),
                member -> standingIn(group, topology.indexOf(member).orElseThrow()));
    }

    /** Evaluates everything anew, in the order of the ranks. */
    public void evaluate() {
        Integer[] order = new Integer[effective.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(topology::rank));
        for (int component : order) {
            for (int group : topology.carriedBy(component)) {
                count(group);
            }
            effective[component] = derive(component);
        }
        for (int group = 0; group < redundancy.length; group++) {
            count(group);
        }
    }

    private void propagate(int changed) {
        PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.comparingInt(topology::rank));
        open.add(changed);
        while (!open.isEmpty()) {
            int component = open.remove();
            Standing now = derive(component);
            if (now == effective[component]) {
                continue;
            }
            effective[component] = now;
            for (int group : topology.groupsOf(component)) {
                recount(group, open);
            }
        }
    }

    private void regroup(int group) {
        PriorityQueue<Integer> open = new PriorityQueue<>();
        recount(group, open);
        open.forEach(this::propagate);
    }

    private void recount(int group, PriorityQueue<Integer> open) {
        if (count(group) && topology.carries(group) != Topology.NOTHING) {
            open.add(topology.carries(group));
        }
    }

    /** Counts a group and says whether that matters to what it carries. */
    private boolean count(int group) {
        int works = 0;
        int unknown = 0;
        int[] members = topology.members(group);
        for (int member : members) {
            Standing standing = standingIn(group, member);
            works += standing.works() ? 1 : 0;
            unknown += standing == Standing.UNKNOWN ? 1 : 0;
        }
        int needed = topology.groups().get(group).needed();
        redundancy[group] = Assess.state(works, unknown, members.length, needed);
        Function before = function[group];
        function[group] = Function.of(works, unknown, needed);
        return before != function[group];
    }

    /** Whether a group's function stands. */
    Function function(int group) {
        return function[group];
    }

    /** How a component counts for one of its groups. */
    Standing standingIn(int group, int member) {
        return outsiders.contains(group, member) ? Standing.ABSENT : effective[member];
    }

    private Standing derive(int component) {
        int[] groups = topology.carriedBy(component);
        boolean unknown = false;
        for (int group : groups) {
            if (function[group] == Function.FALLEN && !said[component].lost()) {
                return Standing.FAILED;
            }
            unknown |= function[group] == Function.UNSURE;
        }
        if (speaks.get(component) || groups.length == 0) {
            return said[component];
        }
        return unknown ? Standing.UNKNOWN : Standing.WORKING;
    }
}
