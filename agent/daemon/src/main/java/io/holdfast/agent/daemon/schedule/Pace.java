package io.holdfast.agent.daemon.schedule;

import java.time.Duration;

/**
 * How often a probe looks, and for how long.
 *
 * @param every from the start of one look to the start of the next
 * @param deadline after which a look is interrupted
 */
public record Pace(Duration every, Duration deadline) {

    public Pace {
        if (!every.isPositive() || !deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "expected an interval and a deadline above 0, found "
                            + every
                            + " and "
                            + deadline);
        }
    }
}
