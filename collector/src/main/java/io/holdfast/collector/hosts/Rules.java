package io.holdfast.collector.hosts;

import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.inventory.Needs;
import java.time.Duration;

/**
 * What a collector holds its agents to.
 *
 * @param mostAgents the most agents
 * @param mostComponents the most parts of one agent
 * @param heartbeat how often an agent shall be heard
 * @param silentAfter how long an agent may be unheard before it counts as silent
 * @param needs what the operator says of groups
 * @param steadiness how long an agent must stay before it takes a device from another
 */
public record Rules(
        int mostAgents,
        int mostComponents,
        Duration heartbeat,
        Duration silentAfter,
        Needs needs,
        Steadiness.Limits steadiness) {

    /** However often an agent comes and goes, it need not stay longer. */
    public static final Duration STEADY_AT_MOST = Duration.ofMinutes(10);

    /** How often an agent is asked to be heard. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** An agent that misses two heartbeats does not poll any more. */
    public static final Duration UNHEARD = HEARTBEAT.multipliedBy(2);

    /**
     * A poller stops by itself this long after it sent the last heartbeat that we answered: before
     * anybody else is told to poll, for we count from when the heartbeat came.
     */
    public static final Duration POLL_LEASE = UNHEARD.minus(HEARTBEAT.dividedBy(4));
}
