package io.holdfast.wire.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moments on the wire: microseconds since 1970-01-01T00:00Z, from the year 1970 to 9999.
 *
 * <p>A moment outside these years, from a clock that is lost or a peer that lies, becomes the
 * nearest one inside, so that nothing behind the wire has to fear for its arithmetic.
 */
final class Micros {

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final long MOST = ChronoUnit.MICROS.between(Instant.EPOCH, LATEST);
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant at) {
        if (at.isAfter(LATEST)) {
            return MOST;
        }
        return at.isBefore(Instant.EPOCH) ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        long inside = Math.clamp(micros, 0, MOST);
        return Instant.ofEpochSecond(inside / PER_SECOND, inside % PER_SECOND * 1_000);
    }
}
