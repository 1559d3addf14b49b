package io.holdfast.agent.daemon.uplink;

import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The two clocks: one for stamps, one for durations.
 *
 * @param clock the calendar's
 * @param ticker the monotonic one
 */
public record Times(InstantSource clock, Ticker ticker) {

    /** The reading of the ticker that far from now. */
    long in(Duration wait) {
        return ticker.nanos() + wait.toNanos();
    }

    /** Whether a reading of the ticker has come. */
    boolean has(long reading) {
        return ticker.nanos() - reading >= 0;
    }

    /** How long until a reading of the ticker; below 0 if it has passed. */
    Duration until(long reading) {
        return Duration.ofNanos(reading - ticker.nanos());
    }
}
