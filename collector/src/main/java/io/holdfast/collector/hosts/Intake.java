package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.ledger.Told;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes batches of changes in: each change once, in order, and acknowledged when it is on disk.
 *
 * <p>For the thread that owns the hosts.
 */
final class Intake {

    private final Ledger ledger;
    private final Supplier<Rules> rules;
    private final Tally tally;

    Intake(Ledger ledger, Supplier<Rules> rules, Tally tally) {
        this.ledger = ledger;
        this.rules = rules;
        this.tally = tally;
    }

    /**
     * A batch with its cost.
     *
     * @param payload the batch as on the wire
     * @param settled runs once, when the batch is on disk or was not needed
     */
    record Arrival(
            FromAgent.Batch batch,
            Payload payload,
            Instant receivedAt,
            long nanos,
            Runnable settled) {}

    void take(HostBook book, AgentLink link, Arrival arrival) {
        FromAgent.Batch batch = arrival.batch();
        tally.add(Tally.Count.BATCHES, 1);
        if (batch.position().compareTo(book.applied()) <= 0) {
            tally.add(Tally.Count.DUPLICATES, batch.changes().size());
            link.acknowledge(book.durable());
            arrival.settled().run();
            return;
        }
        List<Numbered> fresh = fresh(book, batch);
        if (tooMany(book, fresh)) {
            link.cut(
                    CutOff.TOO_MANY_COMPONENTS,
                    "expected at most " + rules.get().mostComponents() + " parts of one agent");
            arrival.settled().run();
            return;
        }
        askAboutGap(book, link, batch);
        boolean newIncarnation = batch.incarnation() > book.applied().incarnation();
        if (newIncarnation && !book.applied().equals(Position.NONE)) {
            book.succession().nextIncarnation();
        }
        tally.add(Tally.Count.CHANGES, fresh.size());
        Looks looks = new Looks(book, rules.get().needs(), arrival.receivedAt(), newIncarnation);
        fresh.forEach(numbered -> looks.apply(numbered.change()));
        List<Event> events = looks.finish();
        keep(book, link, arrival, fresh, events);
    }

    private void keep(
            HostBook book,
            AgentLink link,
            Arrival arrival,
            List<Numbered> fresh,
            List<Event> events) {
        FromAgent.Batch batch = arrival.batch();
        Position position = batch.position();
        boolean whole = fresh.size() == batch.changes().size();
        Payload payload = whole ? arrival.payload() : encoded(batch, fresh);
        int reign = book.reign();
        book.applied(position);
        book.journaled(Math.max(1, fresh.size()), arrival.nanos());
        ledger.keep(
                new Told(book.host(), position, arrival.receivedAt(), payload, events),
                () -> {
                    if (book.durable(reign, position)) {
                        link.acknowledge(position);
                    }
                    arrival.settled().run();
                });
    }

    private static Payload encoded(FromAgent.Batch batch, List<Numbered> fresh) {
        return new Payload(
                Codec.encode(new FromAgent.Batch(batch.incarnation(), batch.through(), fresh)));
    }

    /** The changes that are new to us and about this host's own parts. */
    private List<Numbered> fresh(HostBook book, FromAgent.Batch batch) {
        long after =
                batch.incarnation() == book.applied().incarnation() ? book.applied().sequence() : 0;
        List<Numbered> unknown =
                batch.changes().stream().filter(c -> c.sequence() > after).toList();
        tally.add(Tally.Count.DUPLICATES, (long) batch.changes().size() - unknown.size());
        List<Numbered> own = unknown.stream().filter(c -> isOwn(c.change(), book.host())).toList();
        tally.add(Tally.Count.FOREIGN_COMPONENTS, (long) unknown.size() - own.size());
        return own;
    }

    private boolean tooMany(HostBook book, List<Numbered> fresh) {
        Set<ComponentId> added = new HashSet<>();
        for (Numbered numbered : fresh) {
            subject(numbered.change())
                    .filter(id -> !book.state().components().containsKey(id))
                    .ifPresent(added::add);
        }
        return !added.isEmpty()
                && book.state().components().size() + added.size() > rules.get().mostComponents();
    }

    private void askAboutGap(HostBook book, AgentLink link, FromAgent.Batch batch) {
        if (batch.changes().isEmpty()) {
            return;
        }
        boolean same = batch.incarnation() == book.applied().incarnation();
        long expected = same ? book.applied().sequence() + 1 : 1;
        long first = batch.changes().getFirst().sequence();
        if (first > expected) {
            link.requestDigest(
                    "expected change " + batch.incarnation() + "/" + expected + ", got " + first);
        }
    }

    static boolean isOwn(Change change, HostId host) {
        return switch (change) {
            case Change.Observed c -> c.observation().component().host().equals(host);
            case Change.Seen c -> c.component().id().host().equals(host);
            case Change.Forgotten c -> c.component().host().equals(host);
            case Change.Grouped c -> c.group().id().host().equals(host);
            case Change.Ungrouped c -> c.group().host().equals(host);
            case Change.UnseenListed c -> true;
            case Change.Looked c -> true;
        };
    }

    private static Optional<ComponentId> subject(Change change) {
        return switch (change) {
            case Change.Observed c -> Optional.of(c.observation().component());
            case Change.Seen c -> Optional.of(c.component().id());
            case Change.Forgotten c -> Optional.empty();
            case Change.Grouped c -> Optional.empty();
            case Change.Ungrouped c -> Optional.empty();
            case Change.UnseenListed c -> Optional.empty();
            case Change.Looked c -> Optional.empty();
        };
    }
}
