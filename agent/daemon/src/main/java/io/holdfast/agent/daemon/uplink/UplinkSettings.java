package io.holdfast.agent.daemon.uplink;

import java.time.Duration;

/**
 * The rhythm of the uplink.
 *
 * @param heartbeat from one sign of life to the next, unless the collector wants more of them
 * @param digest from one full account of the state to the next
 */
public record UplinkSettings(Duration heartbeat, Duration digest) {}
