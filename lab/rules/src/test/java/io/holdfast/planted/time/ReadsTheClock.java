package io.holdfast.planted.time;

/** Breaks a rule on purpose. */
public class ReadsTheClock {
    public final java.time.Instant now = java.time.Instant.now();
}
