package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * The agents that a collector knows.
 *
 * @param at when this was so
 * @param agents ordered by host
 */
public record AgentList(Instant at, List<Agent> agents) {

    public AgentList {
        agents = List.copyOf(agents);
    }

    /**
     * One agent.
     *
     * @param host {@code site/rack/host}
     * @param heard how it is heard
     * @param revoked whether its certificate is refused
     * @param incarnation the number of its start
     * @param sequence its last change that is on the collector's disk
     * @param made its last change, as it says
     * @param spooled changes that wait on its disk
     * @param dropped details that it dropped from its spool since it started
     * @param pollLatenessMillis the worst lateness of a poll that it told last
     * @param rssBytes its resident memory
     * @param cpuMillis the processor time of it and its children since it started
     */
    public record Agent(
            String host,
            AgentReport heard,
            boolean revoked,
            long incarnation,
            long sequence,
            long made,
            long spooled,
            long dropped,
            long pollLatenessMillis,
            long rssBytes,
            long cpuMillis) {}
}
