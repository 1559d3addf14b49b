package io.holdfast.agent.devices.redfish.http;

import io.holdfast.core.time.Ticker;
import java.time.Duration;

/**
 * The moment by which something must have ended.
 *
 * @param ticker measures the time until then
 * @param endNanos the moment, on the ticker's scale
 */
public record Deadline(Ticker ticker, long endNanos) {

    /** A deadline that lies so far ahead. */
    public static Deadline in(Duration ahead, Ticker ticker) {
        return new Deadline(ticker, ticker.nanos() + ahead.toNanos());
    }

    /** This deadline, or one that lies so far ahead where that comes first. */
    public Deadline within(Duration ahead) {
        long sooner = ticker.nanos() + ahead.toNanos();
        return sooner - endNanos < 0 ? new Deadline(ticker, sooner) : this;
    }

    /** Whether it has passed. */
    public boolean passed() {
        return ticker.nanos() - endNanos >= 0;
    }

    /**
     * The time that is left in milliseconds, rounded up; at least 1, as sockets take 0 for ever.
     */
    int leftMillis() {
        long left = (endNanos - ticker.nanos() + 999_999) / 1_000_000;
        return Math.clamp(left, 1, Integer.MAX_VALUE);
    }
}
