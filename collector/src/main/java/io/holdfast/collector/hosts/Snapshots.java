package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.ledger.Snapshot;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a host's whole state into the store in place of its journal: when the journal has grown, or
 * has waited for long. For the thread that owns the hosts.
 */
final class Snapshots {

    static final int MOST_JOURNALED = 400;
    static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    /** More at a time would make agents wait for their acknowledgements. */
    static final int MOST_AT_ONCE = 40;

    private final Ledger ledger;
    private final Tally tally;

    Snapshots(Ledger ledger, Tally tally) {
        this.ledger = ledger;
        this.tally = tally;
    }

    /** Takes a snapshot of the hosts that are due, those that wait longest first. */
    void takeDue(Collection<HostBook> books, Instant now, long nanos) {
        List<HostBook> due = new ArrayList<>();
        for (HostBook book : books) {
            if (isDue(book, nanos)) {
                due.add(book);
            }
        }
        if (due.size() > MOST_AT_ONCE) {
            due.sort(Comparator.comparingLong(book -> book.journaledSinceNanos() - nanos));
        }
        due.stream().limit(MOST_AT_ONCE).forEach(book -> take(book, now, List.of()));
    }

    /** Takes a snapshot now, with the events that led to it. */
    void take(HostBook book, Instant now, List<Event> events) {
        Position position = book.applied();
        int reign = book.reign();
        Snapshot snapshot =
                new Snapshot(
                        book.host(),
                        position,
                        now,
                        new Payload(book.succession().bytes()),
                        book.samples().drain(),
                        events);
        book.snapshotTaken();
        tally.add(Tally.Count.SNAPSHOTS, 1);
        ledger.keep(
                snapshot,
                () -> {
                    if (book.durable(reign, position)) {
                        book.contact().link().ifPresent(link -> link.acknowledge(position));
                    }
                });
    }

    private static boolean isDue(HostBook book, long nanos) {
        long waited = nanos - book.journaledSinceNanos();
        return book.journaled() >= MOST_JOURNALED
                || (book.journaled() > 0 && waited > LONGEST_WAIT.toNanos());
    }
}
