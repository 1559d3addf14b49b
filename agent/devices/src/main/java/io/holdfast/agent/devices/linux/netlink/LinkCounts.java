package io.holdfast.agent.devices.linux.netlink;

import java.util.Map;

/**
 * What a watch of links has seen.
 *
 * @param messages messages that were understood
 * @param changes changes that were told
 * @param dumps times that all links were asked for
 * @param overruns times that the kernel had to drop messages for us
 * @param malformed messages that were not understood, by reason
 */
public record LinkCounts(
        long messages,
        long changes,
        long dumps,
        long overruns,
        Map<RouteMessage.Reason, Long> malformed) {

    public LinkCounts {
        malformed = Map.copyOf(malformed);
    }
}
