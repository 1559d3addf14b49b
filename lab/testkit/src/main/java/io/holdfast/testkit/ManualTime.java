package io.holdfast.testkit;

import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves only when a test says so: one hand for the calendar, one for durations. */
public final class ManualTime implements InstantSource, Ticker {

    private Instant now;
    private long nanos;

    public ManualTime(Instant start) {
        now = start;
    }

    /** Time that starts at a fixed, unremarkable moment. */
    public static ManualTime start() {
        return new ManualTime(Instant.parse("2026-03-01T12:00:00Z"));
    }

    /** Lets time pass for both hands. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
        nanos += by.toNanos();
    }

    /** Sets the calendar alone, as an operator or NTP does. */
    public synchronized void setWallClock(Instant to) {
        now = to;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }
}
