package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a device gave of several subtrees.
 *
 * @param variables all that was got
 * @param missing the subtrees of which not all was got, those that were not asked for among them,
 *     and why
 * @param ended why the device was asked no further; empty where every subtree was asked for
 */
public record Fetched(
        Variables variables, SortedMap<Oid, Trouble> missing, Optional<Trouble> ended) {

    public Fetched {
        missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }
}
