package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.mibs.object.Oid;
import java.util.Optional;

/**
 * Where a device has said that it has nothing.
 *
 * @param from what it was asked for the next of
 * @param next the next that it has; empty where it has none
 */
record Gap(Oid from, Optional<Oid> next) {

    /** Whether all of this subtree lies in it. */
    boolean holds(Oid subtree) {
        return from.compareTo(subtree) < 0
                && next.map(found -> found.compareTo(subtree) > 0 && !found.startsWith(subtree))
                        .orElse(true);
    }
}
