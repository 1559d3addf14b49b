package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Succession;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Holds an agent's whole state against ours, and puts ours right.
 *
 * <p>A digest counts at its own position: one that is ahead of the changes waits for them, one that
 * is behind is of no use. For the thread that owns the hosts.
 */
final class Digests {

    /** So many heartbeats on end are no change under way. */
    static final int BEATS_LACKING = 3;

    private final Snapshots snapshots;
    private final Supplier<Rules> rules;
    private final Tally tally;

    Digests(Snapshots snapshots, Supplier<Rules> rules, Tally tally) {
        this.snapshots = snapshots;
        this.rules = rules;
        this.tally = tally;
    }

    /** A whole digest has come, its parts joined. */
    void take(HostBook book, FromAgent.DigestPart digest, Instant now) {
        tally.add(Tally.Count.DIGESTS, 1);
        book.pendingDigest(Optional.of(digest));
        afterChanges(book, now);
    }

    /** Changes are about to be applied that follow on a digest which nothing else leads up to. */
    void beforeChanges(HostBook book, FromAgent.Batch batch, Instant now) {
        if (batch.changes().isEmpty()) {
            return;
        }
        Position first = new Position(batch.incarnation(), batch.changes().getFirst().sequence());
        book.pendingDigest()
                .filter(digest -> digest.position().compareTo(first) < 0)
                .ifPresent(digest -> settle(book, digest, now));
    }

    /** Changes have been applied that a digest may have waited for. */
    void afterChanges(HostBook book, Instant now) {
        book.pendingDigest()
                .filter(digest -> digest.position().compareTo(book.applied()) <= 0)
                .ifPresent(digest -> settle(book, digest, now));
    }

    /**
     * The agent has nothing left to send: either a digest that waits is as good as it gets, or we
     * lack what the agent believes that we have, as after a restored backup.
     */
    void afterHeartbeat(HostBook book, FromAgent.Heartbeat heartbeat, Instant now) {
        if (book.beatsLacking(heartbeat) < BEATS_LACKING) {
            return;
        }
        if (book.pendingDigest().isEmpty()) {
            book.contact()
                    .link()
                    .ifPresent(
                            link ->
                                    link.requestDigest(
                                            "we stand at "
                                                    + book.applied()
                                                    + ", you at "
                                                    + heartbeat.position()));
        }
        book.pendingDigest()
                .filter(digest -> digest.position().equals(heartbeat.position()))
                .ifPresent(digest -> settle(book, digest, now));
    }

    private void settle(HostBook book, FromAgent.DigestPart digest, Instant now) {
        book.pendingDigest(Optional.empty());
        if (digest.position().compareTo(book.applied()) >= 0) {
            adopt(book, digest, now);
        }
    }

    private void adopt(HostBook book, FromAgent.DigestPart digest, Instant now) {
        HostState told = new HostState();
        digest.changes().stream()
                .filter(change -> Intake.isOwn(change, book.host()))
                .forEach(told::apply);
        int differences = differences(book.state(), told);
        boolean ahead = digest.position().compareTo(book.applied()) > 0;
        book.succession(new Succession(told));
        book.applied(digest.position());
        List<Event> events = new ArrayList<>(book.judge(rules.get().needs(), now));
        if (differences > 0) {
            tally.add(Tally.Count.DIGEST_DIFFERENCES, differences);
            events.add(new Event.StateRepaired(book.host(), now, differences));
        }
        if (ahead || differences > 0 || !events.isEmpty()) {
            snapshots.take(book, now, events);
        }
    }

    /** In how many points two states differ, when probes looked apart. */
    static int differences(HostState ours, HostState told) {
        Set<Change> had = facts(ours);
        Set<Change> got = facts(told);
        Set<Change> both = new HashSet<>(had);
        both.retainAll(got);
        return Math.max(had.size(), got.size()) - both.size();
    }

    private static Set<Change> facts(HostState state) {
        Set<Change> facts = new HashSet<>(state.changes());
        facts.removeIf(change -> change instanceof Change.Looked);
        return facts;
    }
}
