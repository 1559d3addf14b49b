package io.holdfast.collector.view;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an agent itself.
 *
 * @param connected whether it has a stream open
 * @param silent whether it has missed its heartbeats
 * @param heardAt when it was last heard, by our clock, before this collector started too; empty
 *     where it never was or nobody knows
 * @param connectedAt when its stream was opened
 * @param version of its software; empty text where it did not say since this collector started
 * @param durable up to where its changes are on our disk
 * @param claimed up to where it has made changes, as it says
 * @param dropped details it dropped since its incarnation began
 * @param spooled changes that wait on its disk
 * @param clockOffset its clock less ours, with the way of a message in it; empty before its first
 *     heartbeat
 * @param pollLateness its worst late poll in the last heartbeat
 * @param rssBytes its resident memory
 * @param cpu spent by it and its children since its start
 * @param revocation who made its certificates count no longer; empty where they count
 * @param doubled that another agent speaks under its identity; empty where none does
 */
public record AgentView(
        HostId host,
        boolean connected,
        boolean silent,
        Optional<Instant> heardAt,
        Optional<Instant> connectedAt,
        String version,
        Position durable,
        Position claimed,
        long dropped,
        long spooled,
        Optional<Duration> clockOffset,
        Duration pollLateness,
        long rssBytes,
        Duration cpu,
        Optional<Revocation> revocation,
        Optional<DoubledView> doubled) {

    /** Whether its certificates count no longer. */
    public boolean revoked() {
        return revocation.isPresent();
    }
}
