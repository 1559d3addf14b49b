package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * Tells a situation what follows of components that nobody watches: what works shows that all works
 * without which it could not.
 *
 * <p>Of a component that is watched and silent nothing follows: it is unknown. An external
 * dependency that nobody checks is taken to work.
 */
public final class Inference {

    private Inference() {}

    /**
     * Says what follows.
     *
     * @param watched the numbers of the components that somebody watches, silent ones included
     */
    public static void complete(Situation situation, BitSet watched) {
        Topology topology = situation.topology();
        Integer[] order = new Integer[topology.components().size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(c -> -topology.rank(c)));
        BitSet works = new BitSet(order.length);
        for (int component : order) {
            ComponentId id = topology.components().get(component);
            if (watched.get(component)) {
                works.set(component, situation.standing(component) == Standing.WORKING);
            } else if (id.kind() == Kind.EXTERNAL || shown(component, topology, works)) {
                works.set(component);
            }
        }
        for (int component : order) {
            if (works.get(component) && !watched.get(component)) {
                situation.say(component, Standing.WORKING);
            }
        }
    }

    private static boolean shown(int component, Topology topology, BitSet works) {
        for (int group : topology.groupsOf(component)) {
            int carried = topology.carries(group);
            boolean indispensable = topology.groups().get(group).designSpares() <= 0;
            if (carried != Topology.NOTHING && indispensable && works.get(carried)) {
                return true;
            }
        }
        return false;
    }
}
