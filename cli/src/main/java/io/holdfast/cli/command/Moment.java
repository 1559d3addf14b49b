package io.holdfast.cli.command;

import java.time.Duration;
import java.time.Instant;

/** A point in the past, as a user names it. */
sealed interface Moment {

    /** The instant that it is, seen from now. */
    Instant before(Instant now);

    /** So long ago. */
    record Ago(Duration duration) implements Moment {
        @Override
        public Instant before(Instant now) {
            return now.minus(duration);
        }
    }

    /** At that time. */
    record At(Instant instant) implements Moment {
        @Override
        public Instant before(Instant now) {
            return instant;
        }
    }
}
