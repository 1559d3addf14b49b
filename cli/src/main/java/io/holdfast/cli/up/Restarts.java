package io.holdfast.cli.up;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How soon a service that ended by itself is started again, and when no more: one that keeps ending
 * has a reason that a start does not mend.
 *
 * <p>Mutable, of one service, and for one thread.
 */
final class Restarts {

    /** How long to wait before the first, second and third start within {@link #WITHIN}. */
    static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));

    /** An end that is longer ago counts no more. */
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Deque<Long> ends = new ArrayDeque<>();

    /** It has ended: how long to wait before it is started; empty where it is to stay ended. */
    Optional<Duration> ended(long nowNanos) {
        while (!ends.isEmpty() && nowNanos - ends.getFirst() >= WITHIN.toNanos()) {
            ends.removeFirst();
        }
        if (ends.size() == WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(ends.size());
        ends.addLast(nowNanos);
        return Optional.of(wait);
    }

    /** How many ends count now. */
    int count() {
        return ends.size();
    }
}
