package io.holdfast.agent.devices.snmp.walk;

import java.time.Duration;

/**
 * How patient and how greedy we are with a device.
 *
 * @param firstTimeout how long the first try of a question may take; each further one takes twice
 *     as long
 * @param tries how often a question is asked
 * @param deadline how long everything that one look asks may take
 * @param firstRepetitions how many instances a first GETBULK asks for
 * @param mostRepetitions how many it asks for when all goes well
 * @param mostVariables the most instances that one look takes
 * @param mostBytes the most bytes of names and values that one look takes
 */
public record WalkLimits(
        Duration firstTimeout,
        int tries,
        Duration deadline,
        int firstRepetitions,
        int mostRepetitions,
        int mostVariables,
        long mostBytes) {

    /**
     * Limits for devices of a data centre: a switch of 500 ports has some 20,000 instances that we
     * want.
     */
    public static final WalkLimits DEFAULT =
            new WalkLimits(
                    Duration.ofSeconds(1), 3, Duration.ofSeconds(60), 20, 100, 100_000, 16L << 20);

    public WalkLimits {
        boolean sound =
                firstTimeout.isPositive()
                        && tries > 0
                        && deadline.isPositive()
                        && firstRepetitions > 0
                        && mostRepetitions >= firstRepetitions
                        && mostVariables > 0
                        && mostBytes > 0;
        if (!sound) {
            throw new IllegalArgumentException(
                    "expected limits above 0, and no more first repetitions than most");
        }
    }

    /** How long this try may take; the first try is 0. */
    Duration timeout(int attempt) {
        return firstTimeout.multipliedBy(1L << Math.min(attempt, 16));
    }

    /** The same limits with another deadline. */
    public WalkLimits within(Duration other) {
        return new WalkLimits(
                firstTimeout,
                tries,
                other,
                firstRepetitions,
                mostRepetitions,
                mostVariables,
                mostBytes);
    }
}
