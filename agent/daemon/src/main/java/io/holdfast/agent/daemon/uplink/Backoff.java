package io.holdfast.agent.daemon.uplink;

import io.holdfast.wire.stream.Ended;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, within limits, and never the
 * same for two hosts.
 *
 * <p>Where the collector has refused us, asking again soon helps nobody: that has its own, longer
 * limits.
 */
final class Backoff {

    static final Duration SHORTEST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration SHORTEST_REFUSED = Duration.ofSeconds(15);
    static final Duration LONGEST_REFUSED = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private Duration last = Duration.ZERO;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after an attempt that ended like this. */
    Duration after(Ended.Cause cause) {
        return switch (cause) {
            case REFUSED_IDENTITY, REFUSED_PROTOCOL, UNTRUSTED_SERVER, REPLACED, NOT_UNDERSTOOD ->
                    next(SHORTEST_REFUSED, LONGEST_REFUSED);
            case CLOSED, OVERLOADED, UNREACHABLE, CANCELLED, FAILED -> next(SHORTEST, LONGEST);
        };
    }

    /** All is well again. */
    void reset() {
        last = Duration.ZERO;
    }

    private Duration next(Duration shortest, Duration longest) {
        Duration twice = last.multipliedBy(2);
        last = twice.compareTo(shortest) < 0 ? shortest : twice;
        if (last.compareTo(longest) > 0) {
            last = longest;
        }
        // Between half and all of it.
        return Duration.ofNanos((long) (last.toNanos() * (0.5 + random.nextDouble() / 2)));
    }
}
