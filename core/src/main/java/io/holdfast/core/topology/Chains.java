package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Hypothesis;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Finds the way from a loss to what it stops. */
final class Chains {

    private Chains() {}

    /**
     * The shortest explanation of a component's end, from below: of each group that falls, the
     * first member that the loss took.
     *
     * @param end the number of what stops
     */
    static Chain to(int end, Topology topology, Hypothesis without) {
        SortedMap<Integer, Standing> changed = without.changed();
        List<ComponentId> steps = new ArrayList<>();
        int at = end;
        // Ranks fall with each step, so that this ends.
        while (at != Topology.NOTHING) {
            steps.addFirst(topology.components().get(at));
            at = below(at, topology, without, changed);
        }
        return new Chain(steps);
    }

    private static int below(
            int component,
            Topology topology,
            Hypothesis without,
            SortedMap<Integer, Standing> changed) {
        for (int group : topology.carriedBy(component)) {
            if (without.falls(group) || without.unsure(group)) {
                for (int member : topology.members(group)) {
                    if (changed.containsKey(member) && !without.standing(member).works()) {
                        return member;
                    }
                }
            }
        }
        return Topology.NOTHING;
    }
}
