package io.holdfast.core.situation;

import io.holdfast.core.component.ComponentId;
import java.util.BitSet;
import java.util.Set;

/** The members that are not in their groups now, as one bit for each member of each group. */
final class Outsiders {

    private final Topology topology;
    private final int[] offset;
    private final BitSet bits;

    Outsiders(Topology topology) {
        this.topology = topology;
        int groups = topology.groups().size();
        offset = new int[groups + 1];
        for (int group = 0; group < groups; group++) {
            offset[group + 1] = offset[group] + topology.members(group).length;
        }
        bits = new BitSet(offset[groups]);
    }

    void put(int group, Set<ComponentId> outside) {
        int[] members = topology.members(group);
        for (int i = 0; i < members.length; i++) {
            ComponentId member = topology.components().get(members[i]);
            bits.set(offset[group] + i, outside.contains(member));
        }
    }

    boolean contains(int group, int component) {
        int first = bits.nextSetBit(offset[group]);
        int[] members = topology.members(group);
        for (int bit = first; bit >= 0 && bit < offset[group + 1]; bit = bits.nextSetBit(bit + 1)) {
            if (members[bit - offset[group]] == component) {
                return true;
            }
        }
        return false;
    }
}
