package io.holdfast.agent.devices.redfish.service;

import java.time.Duration;

/**
 * How much is asked of one service, and how much is taken from it.
 *
 * @param bodyBytes the largest answer
 * @param values the most JSON values in one answer
 * @param requests the most requests in one look
 * @param slowInARow after so many unanswered requests in a row nothing more is asked
 * @param answerTime how long one answer may take
 * @param gap the least time from one answer to the next request
 */
public record ServiceLimits(
        int bodyBytes,
        int values,
        int requests,
        int slowInARow,
        Duration answerTime,
        Duration gap) {

    /** Limits that the largest servers stay well within. */
    public static final ServiceLimits USUAL =
            new ServiceLimits(
                    2 << 20, 60_000, 600, 2, Duration.ofSeconds(15), Duration.ofMillis(10));
}
