package io.holdfast.collector.alerting;

import java.time.Duration;

/**
 * How long to wait after failures: twice as long each time, up to a limit.
 *
 * @param first after the first failure
 * @param most never longer
 */
public record BackOff(Duration first, Duration most) {

    /** From half a minute to half an hour (RFC 5321, section 4.5.4.1). */
    static final BackOff NORMAL = new BackOff(Duration.ofSeconds(30), Duration.ofMinutes(30));

    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait after so many failures in a row. */
    public Duration after(int failures) {
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
