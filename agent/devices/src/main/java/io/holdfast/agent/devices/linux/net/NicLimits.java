package io.holdfast.agent.devices.linux.net;

import java.time.Duration;

/**
 * From where on a NIC's counters speak against it.
 *
 * @param window the time over which growth is counted
 * @param errors damaged or unsendable frames in that time; a healthy link at its specified bit
 *     error rate of 1e-12 stays below (IEEE 802.3), as does a single bad moment
 * @param carrierChanges losses and returns of the link in that time, two for each flap; one cable
 *     pulled and put back is no flapping
 */
public record NicLimits(Duration window, int errors, int carrierChanges) {

    /** What serves a data centre: 10 errors or 3 flaps in 10 minutes. */
    public static final NicLimits USUAL = new NicLimits(Duration.ofMinutes(10), 10, 6);
}
