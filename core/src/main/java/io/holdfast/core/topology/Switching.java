package io.holdfast.core.topology;

import io.holdfast.core.component.HostId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A declared switch.
 *
 * @param device where it stands and what it is called
 * @param uplinks the switches of which it needs some to reach the rest; empty for none
 * @param uplinksNeeded how many of them
 * @param ports what is plugged in where
 */
public record Switching(
        HostId device, List<HostId> uplinks, int uplinksNeeded, SortedMap<String, Plug> ports) {

    public Switching {
        uplinks = List.copyOf(uplinks);
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
    }
}
