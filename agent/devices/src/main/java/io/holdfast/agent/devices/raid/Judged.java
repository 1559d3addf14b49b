package io.holdfast.agent.devices.raid;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a controller with what its program says of it.
 *
 * @param name its name here, such as {@code c0/e252/s0}
 * @param identity vendor, model, serial, firmware
 * @param health the worst that is said
 * @param evidence why, the decisive piece first; never empty
 * @param readings its numbers
 */
public record Judged(
        String name,
        SortedMap<String, String> identity,
        Health health,
        List<Evidence> evidence,
        List<Reading> readings) {

    public Judged {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
        evidence = List.copyOf(evidence);
        readings = List.copyOf(readings);
    }
}
