package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Whether a device lists its instances in the order of their identifiers, so that what it passes
 * over need not be asked for.
 *
 * <p>A device has most of what profiles ask for not at all. Some devices pass over what they have,
 * and tell it only where it is asked for by name. So all is asked for in one look, and what was
 * passed over is held against the answers; a device that has proven right is believed for the next
 * {@value #BELIEVED_LOOKS} looks.
 */
final class Order {

    /** So many subtrees have to be empty as foretold; of a device with less little is saved. */
    static final int PROOFS = 8;

    /** How many looks go by until all is asked for again. */
    static final int BELIEVED_LOOKS = 9;

    private int believed;

    /** Whether in the look that begins the device is believed. */
    boolean begin() {
        boolean now = believed > 0;
        believed = Math.max(0, believed - 1);
        return now;
    }

    /**
     * Holds what was foretold against what was got, after a look in which all was asked for.
     *
     * @param subtrees what was asked for and answered
     * @param gaps what the device passed over, wherever that was seen
     * @param got all that it has
     */
    void prove(SortedSet<Oid> subtrees, Collection<Gap> gaps, NavigableMap<Oid, Value> got) {
        TreeMap<Oid, Gap> byStart = new TreeMap<>();
        gaps.forEach(gap -> byStart.put(gap.from(), gap));
        int proofs = 0;
        for (Oid subtree : subtrees) {
            boolean foretold =
                    byStart.headMap(subtree).values().stream().anyMatch(gap -> gap.holds(subtree));
            if (foretold) {
                Oid found = got.higherKey(subtree);
                if (found != null && found.startsWith(subtree)) {
                    return;
                }
                proofs++;
            }
        }
        believed = proofs >= PROOFS ? BELIEVED_LOOKS : 0;
    }
}
