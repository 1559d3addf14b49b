package io.holdfast.agent.devices.linux.net;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network interface with hardware behind it, as {@code /sys/class/net} describes it.
 *
 * @param name its name, such as {@code eth0}
 * @param index its number, unique while it exists
 * @param adminUp whether someone wants it up (IFF_UP)
 * @param carrier whether it has a link
 * @param operState the state of RFC 2863, as the kernel spells it
 * @param megabits its speed in Mbit/s; empty where it has none, as without a link or on virtio
 * @param offered the best speed in Mbit/s that both ends of the link offered
 * @param duplex whether it can send and receive at the same time
 * @param carrierUps how often it has got a link since it was made; empty before Linux 4.16
 * @param counters its counters that matter, by their kernel names
 * @param uppers the interfaces that are built upon it: bridges, VLANs, a bond
 * @param identity its attributes as a component
 */
record NetDevice(
        String name,
        int index,
        boolean adminUp,
        Carrier carrier,
        String operState,
        OptionalInt megabits,
        OptionalInt offered,
        Duplex duplex,
        OptionalLong carrierUps,
        SortedMap<String, Long> counters,
        List<String> uppers,
        SortedMap<String, String> identity) {

    NetDevice {
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        uppers = List.copyOf(uppers);
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
    }

    /** States of RFC 2863 in which an interface has no link. */
    private static final Set<String> DOWN = Set.of("down", "lowerlayerdown", "notpresent");

    /** Whether it is up and has a link, as far as its files tell. */
    boolean hasLink() {
        return adminUp
                && switch (carrier) {
                    case ON -> true;
                    case OFF -> false;
                    case UNKNOWN -> !DOWN.contains(operState);
                };
    }

    /** The file of this interface with that name. */
    String file(String leaf) {
        return NetDeviceFiles.NET + name + "/" + leaf;
    }

    /** What {@code carrier} says; an interface that is not up does not tell. */
    enum Carrier {
        ON,
        OFF,
        UNKNOWN
    }

    /** What {@code duplex} says. */
    enum Duplex {
        FULL,
        HALF,
        UNKNOWN
    }
}
