package io.holdfast.wire.api;

import java.util.Comparator;

/**
 * How something stands in one word, with the exit code that monitoring plugins use for it
 * (Monitoring Plugins Development Guidelines, section 2.4).
 */
public enum Status {
    /** Nothing is lost. */
    OK(0, 0),
    /** Something is lost or wrong, and the next loss stops nothing. */
    WARNING(1, 2),
    /** Something stopped, or the next loss stops it. */
    CRITICAL(2, 3),
    /** Too little is known to say. */
    UNKNOWN(3, 1);

    private static final Comparator<Status> BY_WEIGHT = Comparator.comparingInt(s -> s.weight);

    private final int exitCode;
    private final int weight;

    Status(int exitCode, int weight) {
        this.exitCode = exitCode;
        this.weight = weight;
    }

    /** What a command that reports this status exits with. */
    public int exitCode() {
        return exitCode;
    }

    /** The one of the two that matters more: critical, then warning, unknown, ok. */
    public Status worse(Status other) {
        return BY_WEIGHT.compare(this, other) >= 0 ? this : other;
    }
}
