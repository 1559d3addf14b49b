package io.holdfast.collector.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments in the store: microseconds since 1970-01-01T00:00Z. */
public final class Times {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Times() {}

    /** The moment as a number, cut to the microsecond. */
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The moment of a number. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }
}
