package io.holdfast.collector.hosts;

import io.holdfast.collector.assessment.DifferenceText;
import io.holdfast.collector.assessment.HostSituation;
import io.holdfast.collector.assessment.Judgement;
import io.holdfast.collector.assessment.Since;
import io.holdfast.collector.assessment.Transitions;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.ledger.Stored;
import io.holdfast.collector.ledger.Succession;
import io.holdfast.collector.reading.Samples;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.inventory.Inventory;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of one host; mutable and for one thread, except what is durable, which
 * the writer's thread sets.
 */
final class HostBook {

    private final HostId host;
    private final Contact contact;
    private final HostSituation situation = new HostSituation();
    private Succession succession;
    private Samples samples;
    private Optional<Accepted> accepted;
    private Judgement judgement = Judgement.NOTHING;
    private Position applied;
    private volatile Position durable;
    private int reign;
    private int journaled;
    private long journaledSinceNanos;
    private Optional<FromAgent.DigestPart> pendingDigest = Optional.empty();
    private Optional<Duration> deviceSilentAfter = Optional.empty();
    private final long createdNanos;
    private Position appliedAtBeat = Position.NONE;
    private int beatsLacking;

    /** A host as it was stored, judged without that being news. */
    HostBook(Stored stored, Needs needs, Instant now, long nanos) {
        host = stored.host();
        contact = new Contact(nanos);
        contact.restore(stored.silentSince().or(stored::toldAt));
        contact.silent(stored.silentSince());
        succession = stored.succession();
        samples = stored.samples();
        accepted = stored.accepted();
        applied = stored.position();
        durable = stored.position();
        journaled = stored.journaled();
        journaledSinceNanos = nanos;
        createdNanos = nanos;
        judgement = situation.judge(expected(needs, stored.toldAt().orElse(now)));
    }

    /** A host that was never heard of before. */
    HostBook(HostId host, long nanos) {
        this.host = host;
        contact = new Contact(nanos);
        succession = new Succession();
        samples = new Samples();
        accepted = Optional.empty();
        applied = Position.NONE;
        durable = Position.NONE;
        journaledSinceNanos = nanos;
        createdNanos = nanos;
    }

    /** Judges the host anew and gives what is news. */
    List<Event> judge(Needs needs, Instant now) {
        Judgement before = judgement;
        judgement = situation.judge(expected(needs, now));
        List<Event> events = new ArrayList<>(Transitions.between(before, judgement, now));
        if (accepted.isPresent() && !before.differences().equals(judgement.differences())) {
            List<String> texts = DifferenceText.of(judgement.differences());
            if (!texts.equals(DifferenceText.of(before.differences()))) {
                events.add(new Event.InventoryDiffers(host, now, texts));
            }
        }
        return events;
    }

    /** What the host says, held against what is accepted. */
    Expected expected(Needs needs, Instant now) {
        Pinned pinned = accepted.map(Accepted::pinned).orElse(Pinned.NOTHING);
        Expected found =
                Since.keep(
                        Inventory.compare(state(), pinned, needs, now), judgement.observations());
        // Before anything is accepted, nothing can differ from it.
        return accepted.isPresent()
                ? found
                : new Expected(found.observations(), found.groups(), found.outside(), List.of());
    }

    HostId host() {
        return host;
    }

    Contact contact() {
        return contact;
    }

    /** For a device that agents poll, how long it may go without an answer. */
    Optional<Duration> deviceSilentAfter() {
        return deviceSilentAfter;
    }

    /** It is a device that agents poll, or, if empty, a host with an agent of its own. */
    void device(Optional<Duration> silentAfter) {
        deviceSilentAfter = silentAfter;
    }

    boolean isDevice() {
        return deviceSilentAfter.isPresent();
    }

    HostState state() {
        return succession.state();
    }

    HostSituation situation() {
        return situation;
    }

    Judgement judgement() {
        return judgement;
    }

    Succession succession() {
        return succession;
    }

    void succession(Succession replacement) {
        succession = replacement;
    }

    Samples samples() {
        return samples;
    }

    Optional<Accepted> accepted() {
        return accepted;
    }

    void accepted(Accepted now) {
        accepted = Optional.of(now);
    }

    /** Up to where the agent's changes are in the state. */
    Position applied() {
        return applied;
    }

    void applied(Position position) {
        applied = position;
    }

    /** Up to where the agent's changes are on disk. */
    Position durable() {
        return durable;
    }

    /** The agent begins again from this position, and what was written before counts no more. */
    synchronized void startAnew(Position start) {
        reign++;
        applied = start;
        durable = start;
    }

    /** How often the agent has begun again; goes with every write, to be told when it is done. */
    synchronized int reign() {
        return reign;
    }

    /**
     * Notes up to where changes are on disk.
     *
     * @param of the reign in which they were handed to the writer
     * @return whether that still is of interest: a write of an earlier reign may end after the next
     *     has begun
     */
    synchronized boolean durable(int of, Position position) {
        if (of == reign) {
            durable = position;
        }
        return of == reign;
    }

    Optional<FromAgent.DigestPart> pendingDigest() {
        return pendingDigest;
    }

    void pendingDigest(Optional<FromAgent.DigestPart> digest) {
        pendingDigest = digest;
    }

    /**
     * For how many heartbeats on end we lack what the agent says that it has made and sent, without
     * anything coming: a change may be under way, but not for long.
     */
    int beatsLacking(FromAgent.Heartbeat heartbeat) {
        boolean lacking = heartbeat.spooled() == 0 && heartbeat.position().compareTo(applied) > 0;
        beatsLacking = lacking && applied.equals(appliedAtBeat) ? beatsLacking + 1 : 0;
        appliedAtBeat = applied;
        return beatsLacking;
    }

    /** Notes changes that went to the journal. */
    void journaled(int changes, long nanos) {
        if (journaled == 0) {
            journaledSinceNanos = nanos;
        }
        journaled += changes;
    }

    /** Notes that the journal starts anew. */
    void snapshotTaken() {
        journaled = 0;
        samples = new Samples();
    }

    int journaled() {
        return journaled;
    }

    long journaledSinceNanos() {
        return journaledSinceNanos;
    }

    long createdNanos() {
        return createdNanos;
    }
}
