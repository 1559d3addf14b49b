package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.AgentView;
import io.holdfast.wire.api.AgentList;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.AgentReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** An agent as clients see it. */
public final class ShownAgent {

    private ShownAgent() {}

    /** How an agent is heard. */
    public static AgentReport heard(AgentView agent, Instant now) {
        return new AgentReport(
                state(agent),
                agent.version(),
                agent.heardAt(),
                agent.heardAt()
                        .map(
                                at ->
                                        OptionalLong.of(
                                                Math.max(0, Duration.between(at, now).toSeconds())))
                        .orElse(OptionalLong.empty()),
                agent.clockOffset()
                        .map(offset -> OptionalLong.of(offset.toMillis()))
                        .orElse(OptionalLong.empty()),
                agent.revocation().map(by -> new AgentReport.Revocation(by.by(), by.at())),
                agent.doubled().map(d -> new AgentReport.Doubled(d.at(), d.speakers())));
    }

    /** Everything about an agent. */
    public static AgentList.Agent agent(AgentView agent, Instant now) {
        return new AgentList.Agent(
                agent.host().toString(),
                heard(agent, now),
                agent.revoked(),
                agent.durable().incarnation(),
                agent.durable().sequence(),
                agent.claimed().sequence(),
                agent.spooled(),
                agent.dropped(),
                agent.pollLateness().toMillis(),
                agent.rssBytes(),
                agent.cpu().toMillis());
    }

    /**
     * An agent between two streams that has not missed its heartbeats yet still counts as heard; so
     * a reconnection is no alarm. One that was not heard since this collector started does not, nor
     * does one that was revoked: it cannot come back by itself.
     */
    private static State state(AgentView agent) {
        if (agent.revoked()) {
            return State.REVOKED;
        }
        // Its version is what it said since this collector started.
        boolean heard = agent.connected() || !agent.version().isEmpty();
        if (heard && !agent.silent()) {
            return State.CONNECTED;
        }
        return heard || agent.heardAt().isPresent() ? State.SILENT : State.NEVER;
    }
}
