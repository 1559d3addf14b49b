package io.holdfast.agent.devices.linux.net;

import io.holdfast.core.observation.Evidence;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files say of the network, before anything is made of it.
 *
 * @param devices every NIC by name
 * @param bonds every bond, but none that nobody has set up
 * @param usage the interfaces that this machine talks through
 */
record NetFacts(
        SortedMap<String, NetDevice> devices, List<Bond> bonds, Map<String, Evidence> usage) {

    NetFacts {
        devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
        bonds = List.copyOf(bonds);
        usage = Map.copyOf(usage);
    }

    /** Nothing known yet. */
    static NetFacts none() {
        return new NetFacts(new TreeMap<>(), List.of(), Map.of());
    }
}
