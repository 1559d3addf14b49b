package io.holdfast.agent.devices.serial.link;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a link has counted since it was made.
 *
 * @param state how it stands
 * @param received frames that counted
 * @param sent frames
 * @param dropped messages that gave way to younger ones before they were sent
 * @param opened how often the line was opened
 * @param faults pieces of the stream that were refused, by reason
 */
public record LinkCounts(
        LinkState state,
        long received,
        long sent,
        long dropped,
        long opened,
        Map<Fault, Long> faults) {

    public LinkCounts {
        EnumMap<Fault, Long> all = new EnumMap<>(Fault.class);
        all.putAll(faults);
        faults = Collections.unmodifiableMap(all);
    }
}
