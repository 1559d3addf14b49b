package io.holdfast.agent.devices.linux.memory;

import java.time.Duration;

/**
 * From where on a module's corrected errors speak against it.
 *
 * @param window the time over which growth is counted
 * @param corrected corrected errors in that time
 */
public record MemoryLimits(Duration window, int corrected) {

    /** Ten a day, where mcelog too begins to take a module for failing. */
    public static final MemoryLimits USUAL = new MemoryLimits(Duration.ofHours(24), 10);
}
