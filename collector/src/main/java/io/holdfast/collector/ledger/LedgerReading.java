package io.holdfast.collector.ledger;

import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.reading.Samples;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.collector.store.Times;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads hosts back from the store: the snapshot of each, and its journal since. */
public final class LedgerReading {

    private final Store store;

    public LedgerReading(Store store) {
        this.store = store;
    }

    private record HostRow(long id, HostId host) {}

    private record JournalRow(Position position, Instant receivedAt, Payload payload) {}

    private record SnapshotRow(Position position, Instant takenAt, Payload payload) {}

    /**
     * Hands over every host, one after the other.
     *
     * @throws StoreException if what is stored cannot be understood
     */
    public void readAll(Consumer<Stored> taker) {
        List<HostRow> hosts =
                store.read(
                        sql ->
                                sql.list(
                                        "SELECT id, name FROM host ORDER BY id",
                                        row ->
                                                new HostRow(
                                                        row.getLong(1),
                                                        HostId.parse(row.getString(2)))));
        for (HostRow host : hosts) {
            taker.accept(store.read(sql -> stored(sql, host)));
        }
    }

    private static Stored stored(Statements sql, HostRow row) throws SQLException {
        try {
            Optional<SnapshotRow> snapshot = snapshot(sql, row.id());
            Succession succession =
                    snapshot.isPresent()
                            ? Succession.of(snapshot.get().payload().bytes())
                            : new Succession();
            Position position = snapshot.map(SnapshotRow::position).orElse(Position.NONE);
            Optional<Instant> toldAt = snapshot.map(SnapshotRow::takenAt);
            Samples samples = new Samples();
            int journaled = 0;
            for (JournalRow entry : journal(sql, row.id())) {
                if (position.incarnation() != 0
                        && entry.position().incarnation() > position.incarnation()) {
                    succession.nextIncarnation();
                }
                FromAgent.Batch batch = ChangeBytes.batch(entry.payload().bytes());
                for (Numbered numbered : batch.changes()) {
                    succession.apply(numbered.change());
                    if (numbered.change() instanceof Change.Observed observed) {
                        samples.take(observed.observation());
                    }
                    journaled++;
                }
                position = entry.position();
                toldAt = Optional.of(entry.receivedAt());
            }
            return new Stored(
                    row.host(),
                    position,
                    succession,
                    samples,
                    journaled,
                    toldAt,
                    accepted(sql, row.id()),
                    silentSince(sql, row.id()));
        } catch (IOException e) {
            throw new StoreException(
                    "what the store keeps of "
                            + row.host()
                            + " cannot be read: "
                            + e.getMessage()
                            + "; restore a backup",
                    e);
        }
    }

    private static Optional<SnapshotRow> snapshot(Statements sql, long host) throws SQLException {
        return sql.first(
                "SELECT incarnation, sequence, taken_at, payload FROM snapshot WHERE host = ?",
                r ->
                        new SnapshotRow(
                                new Position(r.getLong(1), r.getLong(2)),
                                Times.instant(r.getLong(3)),
                                new Payload(r.getBytes(4))),
                host);
    }

    private static List<JournalRow> journal(Statements sql, long host) throws SQLException {
        return sql.list(
                "SELECT incarnation, sequence, received_at, payload FROM journal"
                        + " WHERE host = ? ORDER BY incarnation, sequence",
                r ->
                        new JournalRow(
                                new Position(r.getLong(1), r.getLong(2)),
                                Times.instant(r.getLong(3)),
                                new Payload(r.getBytes(4))),
                host);
    }

    private static Optional<Accepted> accepted(Statements sql, long host)
            throws SQLException, IOException {
        Optional<AcceptedRow> row =
                sql.first(
                        "SELECT accepted_at, accepted_by, payload FROM accepted WHERE host = ?",
                        r ->
                                new AcceptedRow(
                                        Times.instant(r.getLong(1)),
                                        r.getString(2),
                                        new Payload(r.getBytes(3))),
                        host);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        AcceptedRow found = row.get();
        return Optional.of(AcceptedBytes.decode(found.at(), found.by(), found.payload().bytes()));
    }

    private record AcceptedRow(Instant at, String by, Payload payload) {}

    private static Optional<Instant> silentSince(Statements sql, long host) throws SQLException {
        return sql.first(
                "SELECT since FROM silence WHERE host = ?", r -> Times.instant(r.getLong(1)), host);
    }
}
