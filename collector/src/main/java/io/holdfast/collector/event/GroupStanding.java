package io.holdfast.collector.event;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a group stood at a moment, as history keeps it.
 *
 * @param redundancy the worse of what members show and the device claims
 * @param spares how many more members may fail, counting only those known to work; below 0 where
 *     too few do. Says nothing where the redundancy is unknown
 * @param needed how many must work
 * @param members how many there are
 * @param troubled the members that do not simply work, and how they stand
 */
public record GroupStanding(
        Redundancy redundancy,
        int spares,
        int needed,
        int members,
        SortedMap<ComponentId, Standing> troubled) {

    public GroupStanding {
        troubled = Collections.unmodifiableSortedMap(new TreeMap<>(troubled));
    }

    /** What history keeps of an assessment. */
    public static GroupStanding of(Assessment assessment) {
        SortedMap<ComponentId, Standing> troubled = new TreeMap<>(assessment.standings());
        troubled.values().removeIf(standing -> standing == Standing.WORKING);
        return new GroupStanding(
                assessment.forAlerts(),
                assessment.spares(),
                assessment.group().needed(),
                assessment.group().members().size(),
                troubled);
    }

    /** The spares; empty where too little was known to say. */
    public OptionalInt knownSpares() {
        return redundancy == Redundancy.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(spares);
    }

    /** Whether the other tells of the same redundancy: the same state with as many spares. */
    public boolean sameRedundancy(GroupStanding other) {
        return redundancy == other.redundancy && spares == other.spares;
    }
}
