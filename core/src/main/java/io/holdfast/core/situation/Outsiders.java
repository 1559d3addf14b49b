package io.holdfast.core.situation;

import io.holdfast.core.component.ComponentId;
import java.util.BitSet;
import java.util.Set;

/** The members that are not in their groups now, as one bit for each member of each group. */
final class Outsiders {

    private final Topology topology;
    private final int[] offset;
    private final BitSet bits;
    private final boolean[] some;

    Outsiders(Topology topology) {
        this.topology = topology;
        int groups = topology.groups().size();
        offset = new int[groups + 1];
        for (int group = 0; group < groups; group++) {
            offset[group + 1] = offset[group] + topology.members(group).length;
        }
        bits = new BitSet(offset[groups]);
        some = new boolean[groups];
    }

    void put(int group, Set<ComponentId> outside) {
        int[] members = topology.members(group);
        some[group] = false;
        for (int i = 0; i < members.length; i++) {
            boolean out = outside.contains(topology.components().get(members[i]));
            bits.set(offset[group] + i, out);
            some[group] |= out;
        }
    }

    boolean contains(int group, int component) {
        // Hardly ever is any member outside: the search for a set bit would run over all groups.
        if (!some[group]) {
            return false;
        }
        int[] members = topology.members(group);
        for (int i = 0; i < members.length; i++) {
            if (members[i] == component && bits.get(offset[group] + i)) {
                return true;
            }
        }
        return false;
    }
}
