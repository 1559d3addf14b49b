package io.holdfast.agent.devices.linux.pci;

import java.time.Duration;

/**
 * From where on a device's errors speak against it.
 *
 * @param window the time over which growth is counted
 * @param correctable correctable errors in that time
 */
public record PciLimits(Duration window, int correctable) {

    /**
     * A thousand an hour: a link of 16 lanes at 16 GT/s that just keeps the bit error rate of 1e-12
     * that the specification allows has 900.
     */
    public static final PciLimits USUAL = new PciLimits(Duration.ofHours(1), 1000);
}
