package io.holdfast.core.redundancy;

import io.holdfast.core.component.ComponentId;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Counts a group's members and says how redundant it is.
 *
 * <p>With {@code works} members known to work, {@code lost} known to be lost and {@code unknown} of
 * which nothing is known, the state lies between the one where all unknown members are lost and the
 * one where all of them work. It is stated only where both are the same.
 */
public final class Assess {

    private Assess() {}

    /** Assesses one group, asking for the standing of each member. */
    public static Assessment assess(
            RedundancyGroup group, Function<ComponentId, Standing> standingOf) {
        SortedMap<ComponentId, Standing> standings = new TreeMap<>();
        int works = 0;
        int unknown = 0;
        for (ComponentId member : group.members()) {
            Standing standing = standingOf.apply(member);
            standings.put(member, standing);
            works += standing.works() ? 1 : 0;
            unknown += standing == Standing.UNKNOWN ? 1 : 0;
        }
        int members = group.members().size();
        Redundancy state = state(works, unknown, members, group.needed());
        return new Assessment(group, state, works - group.needed(), standings);
    }

    /** The state of a group of which only the numbers are known. */
    public static Redundancy state(int works, int unknown, int members, int needed) {
        Redundancy atWorst = exact(works, members, needed);
        Redundancy atBest = exact(works + unknown, members, needed);
        return atWorst == atBest ? atWorst : Redundancy.UNKNOWN;
    }

    private static Redundancy exact(int works, int members, int needed) {
        if (works < needed) {
            return Redundancy.INSUFFICIENT;
        }
        if (works == needed) {
            return Redundancy.NONE;
        }
        return works == members ? Redundancy.FULL : Redundancy.DEGRADED;
    }
}
