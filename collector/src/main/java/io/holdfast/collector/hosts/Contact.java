package io.holdfast.collector.hosts;

import io.holdfast.collector.view.Revocation;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When and what an agent said of itself; mutable and for one thread. */
final class Contact {

    /** Read by the writer's thread as well. */
    private volatile Optional<AgentLink> link = Optional.empty();

    private Optional<Instant> connectedAt = Optional.empty();
    private Optional<Instant> heardAt = Optional.empty();
    private Optional<Instant> heardBefore = Optional.empty();
    private long heardNanos;
    private Optional<Instant> silentSince = Optional.empty();
    private Optional<FromAgent.Hello> hello = Optional.empty();
    private Optional<FromAgent.Heartbeat> heartbeat = Optional.empty();
    private Optional<Duration> clockOffset = Optional.empty();
    private long droppedTold;
    private Optional<Revocation> revoked = Optional.empty();
    private Speakers speakers = new Speakers();

    /** Nothing is heard yet, and the wait for it begins now. */
    Contact(long nanos) {
        heardNanos = nanos;
    }

    /** When it was last heard before this collector started, as far as the store knows. */
    void restore(Optional<Instant> heard) {
        heardBefore = heard;
    }

    /**
     * Its agent has a stream.
     *
     * @return whether it is news that another agent speaks under the same identity
     */
    boolean connected(AgentLink by, FromAgent.Hello said, Instant now, long nanos) {
        if (hello.map(FromAgent.Hello::incarnation).orElse(0L) != said.incarnation()) {
            heartbeat = Optional.empty();
            droppedTold = 0;
        }
        link = Optional.of(by);
        // Only an agent with a certificate that counts gets as far as this.
        revoked = Optional.empty();
        hello = Optional.of(said);
        connectedAt = Optional.of(now);
        heard(now, nanos);
        return speakers.take(
                new Speakers.Run(said.bootId(), said.incarnation(), by.address()), now, nanos);
    }

    Speakers speakers() {
        return speakers;
    }

    /** Its certificates count no longer, until it comes with one that does. */
    void revoke(Revocation by) {
        revoked = Optional.of(by);
        speakers = new Speakers();
    }

    Optional<Revocation> revoked() {
        return revoked;
    }

    void disconnected() {
        link = Optional.empty();
        connectedAt = Optional.empty();
    }

    void heard(Instant now, long nanos) {
        heardAt = Optional.of(now);
        heardNanos = nanos;
    }

    void heartbeat(FromAgent.Heartbeat said, Instant now, long nanos) {
        heard(now, nanos);
        heartbeat = Optional.of(said);
        clockOffset = Optional.of(Duration.between(now, said.sentAt()));
    }

    /** The details that the agent dropped and that were not told yet; they count as told now. */
    long newlyDropped() {
        long dropped = heartbeat.map(FromAgent.Heartbeat::dropped).orElse(0L);
        long fresh = Math.max(0, dropped - droppedTold);
        droppedTold = Math.max(dropped, droppedTold);
        return fresh;
    }

    /** Starts the wait for the next sign of life anew, without one. */
    void forgive(long nanos) {
        heardNanos = nanos;
    }

    /** Whether it has been unheard for this long, or just so. */
    boolean unheardAtLeast(Duration span, long nanos) {
        return nanos - heardNanos >= span.toNanos();
    }

    boolean unheardFor(Duration span, long nanos) {
        return nanos - heardNanos > span.toNanos();
    }

    void silent(Optional<Instant> since) {
        silentSince = since;
    }

    Optional<AgentLink> link() {
        return link;
    }

    Optional<Instant> connectedAt() {
        return connectedAt;
    }

    Optional<Instant> heardAt() {
        return heardAt;
    }

    /** When it was last heard, before this collector started too; empty where nobody knows. */
    Optional<Instant> lastHeardAt() {
        return heardAt.or(() -> heardBefore);
    }

    Optional<Instant> silentSince() {
        return silentSince;
    }

    Optional<FromAgent.Heartbeat> heartbeat() {
        return heartbeat;
    }

    Optional<Duration> clockOffset() {
        return clockOffset;
    }

    String version() {
        return hello.map(FromAgent.Hello::version).orElse("");
    }

    long incarnation() {
        return hello.map(FromAgent.Hello::incarnation).orElse(0L);
    }

    Position claimed() {
        return heartbeat.map(FromAgent.Heartbeat::position).orElse(Position.NONE);
    }
}
