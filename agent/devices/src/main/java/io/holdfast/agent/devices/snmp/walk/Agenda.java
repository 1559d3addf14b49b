package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Which subtrees of a device are still to be walked, and what the walks have shown of its gaps. */
final class Agenda {

    private final TreeMap<Oid, Optional<Oid>> open;
    private final boolean believed;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * What is to be walked.
     *
     * @param open the subtrees, and the first instance of each where that is known
     * @param believed whether the device lists all that it has in order, so that nothing is where
     *     it passes over
     */
    Agenda(SortedMap<Oid, Optional<Oid>> open, boolean believed) {
        this.open = new TreeMap<>(open);
        this.believed = believed;
    }

    /** Subtrees of which nothing is known. */
    static Agenda of(SortedSet<Oid> subtrees, boolean believed) {
        TreeMap<Oid, Optional<Oid>> open = new TreeMap<>();
        subtrees.forEach(subtree -> open.put(subtree, Optional.empty()));
        return new Agenda(open, believed);
    }

    /** One subtree by itself. */
    static Agenda none() {
        return new Agenda(new TreeMap<>(), false);
    }

    /** Takes the next subtree out; empty where all have been walked. */
    Optional<Oid> next() {
        return Optional.ofNullable(open.pollFirstEntry()).map(Map.Entry::getKey);
    }

    /**
     * A walk has come to the end of a subtree.
     *
     * @param gap what the device passes over there
     * @return the subtree that the walk has come into, now taken out; empty where it is none of
     *     these, or not sure to be at its beginning
     */
    Optional<Oid> left(Oid subtree, Gap gap) {
        gaps.add(gap);
        while (believed && !open.isEmpty() && gap.holds(open.firstKey())) {
            open.pollFirstEntry();
        }
        Map.Entry<Oid, Optional<Oid>> first = open.firstEntry();
        if (first == null
                || first.getKey().compareTo(subtree) <= 0
                || gap.next().isEmpty()
                || !gap.next().get().startsWith(first.getKey())
                || !(believed || first.getValue().equals(gap.next()))) {
            return Optional.empty();
        }
        open.pollFirstEntry();
        return Optional.of(first.getKey());
    }

    /** What the device passed over behind the subtrees that were walked. */
    List<Gap> gaps() {
        return gaps;
    }
}
