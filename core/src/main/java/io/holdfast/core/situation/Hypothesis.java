package io.holdfast.core.situation;

import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would follow if components were lost, found without touching the situation: it costs what
 * lies above them in the graph.
 *
 * <p>What a component says of itself was said while the lost ones still worked. So where the loss
 * leaves it unsure whether a group holds that a component requires, the component is unknown, even
 * if it says that it works now.
 */
public final class Hypothesis {

    private final Situation situation;
    private final Topology topology;
    private final Map<Integer, Standing> changed = new HashMap<>();
    private final SortedMap<Integer, Redundancy> regrouped = new TreeMap<>();
    private final Map<Integer, Function> touched = new HashMap<>();
    private final PriorityQueue<Integer> open;

    private Hypothesis(Situation situation) {
        this.situation = situation;
        this.topology = situation.topology();
        open = new PriorityQueue<>(Comparator.comparingInt(topology::rank));
    }

    /**
     * The situation without these components.
     *
     * @param lost their numbers in the topology
     */
    public static Hypothesis without(Situation situation, int... lost) {
        Hypothesis hypothesis = new Hypothesis(situation);
        for (int component : lost) {
            // What is lost already changes nothing by being lost again.
            if (!situation.standing(component).lost()) {
                hypothesis.changed.put(component, Standing.FAILED);
            }
        }
        List.copyOf(hypothesis.changed.keySet()).forEach(hypothesis::regroup);
        hypothesis.walk();
        return hypothesis;
    }

    /** How a component would stand. */
    public Standing standing(int component) {
        Standing now = changed.get(component);
        return now == null ? situation.standing(component) : now;
    }

    /** How redundant a group would be. */
    public Redundancy redundancy(int group) {
        Redundancy now = regrouped.get(group);
        return now == null ? situation.redundancy(group) : now;
    }

    /** Every component that would stand otherwise than it does, the lost ones included. */
    public SortedMap<Integer, Standing> changed() {
        return new TreeMap<>(changed);
    }

    /** The groups with a member that would stand otherwise, and how they would be then. */
    public SortedMap<Integer, Redundancy> regrouped() {
        return new TreeMap<>(regrouped);
    }

    /** Whether a group's function would end for certain. */
    public boolean falls(int group) {
        return functionOf(group) == Function.FALLEN;
    }

    /** Whether nobody could say that a group's function goes on, because of the loss. */
    public boolean unsure(int group) {
        return touched.get(group) == Function.UNSURE;
    }

    private Function functionOf(int group) {
        Function now = touched.get(group);
        return now == null ? situation.function(group) : now;
    }

    private void walk() {
        while (!open.isEmpty()) {
            int component = open.remove();
            if (changed.containsKey(component)) {
                continue;
            }
            Standing now = derive(component);
            if (now != situation.standing(component)) {
                changed.put(component, now);
                regroup(component);
            }
        }
    }

    private void regroup(int component) {
        for (int group : topology.groupsOf(component)) {
            count(group);
            int carried = topology.carries(group);
            if (carried != Topology.NOTHING) {
                open.add(carried);
            }
        }
    }

    private void count(int group) {
        int works = 0;
        int unknown = 0;
        int[] members = topology.members(group);
        for (int member : members) {
            Standing standing = situation.standingIn(group, member);
            // Who is outside its group already cannot be lost to it again.
            if (changed.containsKey(member) && standing != Standing.ABSENT) {
                standing = standing(member);
            }
            works += standing.works() ? 1 : 0;
            unknown += standing == Standing.UNKNOWN ? 1 : 0;
        }
        int needed = topology.groups().get(group).needed();
        regrouped.put(group, Assess.state(works, unknown, members.length, needed));
        touched.put(group, Function.of(works, unknown, needed));
    }

    private Standing derive(int component) {
        boolean unsure = false;
        for (int group : topology.carriedBy(component)) {
            Function now = touched.get(group);
            if (now == Function.FALLEN && !situation.standing(component).lost()) {
                return Standing.FAILED;
            }
            unsure |= now == Function.UNSURE;
        }
        Standing before = situation.standing(component);
        return unsure && before.works() ? Standing.UNKNOWN : before;
    }
}
