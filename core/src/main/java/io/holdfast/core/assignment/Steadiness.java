package io.holdfast.core.assignment;

import java.time.Duration;

/**
 * How long something that comes and goes must stay before it counts as steady.
 *
 * <pre>
 *   GONE --came--> HERE --after the wait--> steady
 *     ^              |
 *     +---- went ----+   the wait doubles, unless it had stayed for the longest wait
 * </pre>
 *
 * @param here whether it is there
 * @param sinceNanos when it came or went last, as a reading of a ticker
 * @param needed how long it must stay
 */
public record Steadiness(boolean here, long sinceNanos, Duration needed) {

    /**
     * The limits of the wait.
     *
     * @param least the wait after the first coming
     * @param most the longest wait, however often it went
     */
    public record Limits(Duration least, Duration most) {
        public Limits {
            if (least.isNegative() || most.compareTo(least) < 0) {
                throw new IllegalArgumentException(
                        "expected waits from 0 up, found " + least + " to " + most);
            }
        }
    }

    /** Something that comes for the first time. */
    public static Steadiness first(long nanos, Limits limits) {
        return new Steadiness(true, nanos, limits.least());
    }

    /** It is there; nothing changes where it was. */
    public Steadiness came(long nanos) {
        return here ? this : new Steadiness(true, nanos, needed);
    }

    /** It is gone; nothing changes where it was. */
    public Steadiness went(long nanos, Limits limits) {
        if (!here) {
            return this;
        }
        boolean stayed = nanos - sinceNanos >= limits.most().toNanos();
        Duration twice = needed.multipliedBy(2);
        Duration longer = twice.compareTo(limits.most()) > 0 ? limits.most() : twice;
        return new Steadiness(false, nanos, stayed ? limits.least() : longer);
    }

    /** Whether it has stayed for its wait. */
    public boolean steady(long nanos) {
        return here && nanos - sinceNanos >= needed.toNanos();
    }
}
