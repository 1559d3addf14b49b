package io.holdfast.agent.devices.ipmi.guard;

import java.time.Duration;

/**
 * How often a BMC may be looked at.
 *
 * @param interval the least time from one look's begin to the next one's
 * @param firstBackOff the pause after a look that was not answered; doubled with each further one
 * @param longestBackOff the longest such pause
 * @param afterRefusal the pause after a wrong password: more tries may lock the user out
 */
public record Pace(
        Duration interval, Duration firstBackOff, Duration longestBackOff, Duration afterRefusal) {

    /** The pauses that suit this interval. */
    public static Pace of(Duration interval) {
        return new Pace(interval, interval, Duration.ofMinutes(10), Duration.ofMinutes(15));
    }
}
