package io.holdfast.core.redundancy;

import io.holdfast.core.component.ComponentId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a group stands: what its members say, what its device says, and which of the two to believe.
 *
 * @param group the group
 * @param computed what the members' standing gives
 * @param spares how many more members may fail before the function stops, counting only members
 *     known to work; below 0 where too few work already
 * @param standings how each member counts
 */
public record Assessment(
        RedundancyGroup group,
        Redundancy computed,
        int spares,
        SortedMap<ComponentId, Standing> standings) {

    public Assessment {
        standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    }

    /**
     * The state for reports and alerts: the worse of computed and published.
     *
     * <p>Where only one of them is known, that one.
     */
    public Redundancy forAlerts() {
        Redundancy published =
                group.published().map(Published::redundancy).orElse(Redundancy.UNKNOWN);
        if (published == Redundancy.UNKNOWN) {
            return computed;
        }
        if (computed == Redundancy.UNKNOWN) {
            return published;
        }
        return computed.compareTo(published) >= 0 ? computed : published;
    }

    /**
     * The state that an action may rest on: known only where the members and the device agree, or
     * where the device claims nothing.
     */
    public Redundancy forAction() {
        return disagrees() ? Redundancy.UNKNOWN : computed;
    }

    /** Whether the device claims another state than its members show. */
    public boolean disagrees() {
        return group.published()
                .map(Published::redundancy)
                .filter(claimed -> claimed != Redundancy.UNKNOWN)
                .filter(claimed -> computed != Redundancy.UNKNOWN)
                .filter(claimed -> claimed != computed)
                .isPresent();
    }

    /**
     * The spares, where the members show them; empty where too little is known to say.
     *
     * <p>Members of which nothing is known may all work, so that the count of those known to work
     * is no answer to how many may fail.
     */
    public OptionalInt knownSpares() {
        return computed == Redundancy.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(spares);
    }

    /** Whether the next loss stops the function for certain. */
    public boolean singlePointOfFailure() {
        return spares == 0 && computed == Redundancy.NONE;
    }

    /** Whether there was never a spare, so that nothing has been lost. */
    public boolean withoutSpareByDesign() {
        return group.designSpares() == 0;
    }

    /** The members of one standing, in order. */
    public List<ComponentId> members(Standing standing) {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue() == standing)
                .map(Map.Entry::getKey)
                .toList();
    }
}
