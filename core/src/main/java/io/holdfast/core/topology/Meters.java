package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is measured of loads.
 *
 * @param amps the current that outlets, PDUs and other supplies carry now
 * @param traffic the bits that a NIC moves in a second, the busier way
 * @param speeds the bits that a NIC could move in a second
 */
public record Meters(
        SortedMap<ComponentId, Double> amps,
        SortedMap<ComponentId, Double> traffic,
        SortedMap<ComponentId, Double> speeds) {

    /** Nothing is measured. */
    public static final Meters NONE = new Meters(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Meters {
        amps = Collections.unmodifiableSortedMap(new TreeMap<>(amps));
        traffic = Collections.unmodifiableSortedMap(new TreeMap<>(traffic));
        speeds = Collections.unmodifiableSortedMap(new TreeMap<>(speeds));
    }
}
