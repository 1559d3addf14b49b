package io.holdfast.collector.api.server;

import java.time.Duration;

/**
 * How much the API takes on at once.
 *
 * @param threads the most threads, of which four serve connections
 * @param networkConnections the most connections over the network
 * @param localConnections the most connections over the Unix socket
 * @param followers the most clients that follow events
 * @param mostBehind a follower further behind than so many events is sent away
 * @param bodyBytes the longest body of a request
 * @param idle how long nothing may move on a connection
 * @param heartbeat how often a follower hears something, if only that nothing happens
 * @param stopping how long running requests may take to end when the collector stops
 */
public record ApiLimits(
        int threads,
        int networkConnections,
        int localConnections,
        int followers,
        long mostBehind,
        long bodyBytes,
        Duration idle,
        Duration heartbeat,
        Duration stopping) {

    /** What a collector uses. */
    public static final ApiLimits NORMAL =
            new ApiLimits(
                    24,
                    200,
                    50,
                    50,
                    10_000,
                    256 << 10,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2));
}
