package io.holdfast.collector.ledger;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.history.EventWriting;
import io.holdfast.collector.history.RollUp;
import io.holdfast.collector.history.Subjects;
import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Stat;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.collector.store.Write;
import io.holdfast.core.component.HostId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes what hosts tell durable.
 *
 * <p>A batch, the events that it brought about and the high-water mark up to which its agent is
 * told that it is safe are one write, so they are in the store together or not at all.
 */
public final class Ledger {

    private final Store store;
    private final Subjects subjects = new Subjects();
    private final EventWriting events = new EventWriting(subjects);
    private final RollUp rollUp = new RollUp(subjects);
    private final EventLog log;
    private final InstantSource clock;
    private final Consumer<SQLException> fatal;

    /**
     * @param log is told of events that have become durable
     * @param fatal what to do when the store refuses what it must take: memory and disk no longer
     *     agree, so the process should start anew from the disk
     */
    public Ledger(Store store, EventLog log, InstantSource clock, Consumer<SQLException> fatal) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.fatal = fatal;
        store.onRollback(subjects::forget);
    }

    /** Keeps a batch; {@code durable} runs on the writer's thread once it is on disk. */
    public void keep(Told told, Runnable durable) {
        submit(
                told.events(),
                durable,
                sql ->
                        sql.update(
                                "INSERT INTO journal"
                                        + " (host, incarnation, sequence, received_at, payload)"
                                        + " VALUES (?, ?, ?, ?, ?)",
                                subjects.host(sql, told.host()),
                                told.position().incarnation(),
                                told.position().sequence(),
                                Times.micros(told.receivedAt()),
                                told.payload().bytes()));
    }

    /** Keeps a snapshot in place of the host's journal. */
    public void keep(Snapshot snapshot, Runnable durable) {
        submit(
                snapshot.events(),
                durable,
                sql -> {
                    long host = subjects.host(sql, snapshot.host());
                    rollUp.merge(sql, snapshot.host(), snapshot.samples());
                    sql.update(
                            "INSERT OR REPLACE INTO snapshot"
                                    + " (host, incarnation, sequence, taken_at, payload)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            host,
                            snapshot.position().incarnation(),
                            snapshot.position().sequence(),
                            Times.micros(snapshot.takenAt()),
                            snapshot.payload().bytes());
                    // Writes keep their order, so all that the journal has by now is in the
                    // snapshot.
                    sql.update("DELETE FROM journal WHERE host = ?", host);
                });
    }

    /** Keeps what ought to be there. */
    public void keep(HostId host, Accepted accepted, List<Event> happened, Runnable durable) {
        submit(
                happened,
                durable,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO accepted"
                                        + " (host, accepted_at, accepted_by, payload)"
                                        + " VALUES (?, ?, ?, ?)",
                                subjects.host(sql, host),
                                Times.micros(accepted.at()),
                                accepted.by(),
                                AcceptedBytes.encode(accepted)));
    }

    /** Keeps that an agent or a device has fallen silent. */
    public void keepSilence(Event silent, Instant since) {
        submit(
                List.of(silent),
                Ledger::nothing,
                sql ->
                        sql.update(
                                "INSERT OR REPLACE INTO silence (host, since) VALUES (?, ?)",
                                subjects.host(sql, silent.host()),
                                Times.micros(since)));
    }

    /** Keeps that an agent or a device is silent no longer. */
    public void keepEndOfSilence(Event heard) {
        submit(
                List.of(heard),
                Ledger::nothing,
                sql ->
                        sql.update(
                                "DELETE FROM silence WHERE host = ?",
                                subjects.host(sql, heard.host())));
    }

    /** Keeps that a host is no more: its history stays, and what it was like now does not. */
    public void keepRetirement(
            HostId host,
            Map<Series, Map<Long, Stat>> samples,
            List<Event> happened,
            Runnable durable) {
        Instant now = clock.instant();
        submit(
                happened,
                durable,
                sql -> {
                    long id = subjects.host(sql, host);
                    rollUp.merge(sql, host, samples);
                    sql.update("DELETE FROM journal WHERE host = ?", id);
                    sql.update("DELETE FROM snapshot WHERE host = ?", id);
                    sql.update("DELETE FROM accepted WHERE host = ?", id);
                    sql.update("DELETE FROM silence WHERE host = ?", id);
                    sql.update(
                            "INSERT OR REPLACE INTO retired (host, at) VALUES (?, ?)",
                            id,
                            Times.micros(now));
                });
    }

    /** Keeps events that come with nothing else. */
    public void keep(List<Event> happened) {
        submit(happened, Ledger::nothing, sql -> {});
    }

    private static void nothing() {}

    /** Something for the transaction. */
    @FunctionalInterface
    private interface Part {
        void write(Statements sql) throws SQLException;
    }

    private void submit(List<Event> happened, Runnable durable, Part part) {
        Instant now = clock.instant();
        store.submit(new Entry(happened, now, durable, part));
    }

    private final class Entry implements Write {
        private final List<Event> happened;
        private final Instant now;
        private final Runnable durable;
        private final Part part;
        private long lastEvent;

        private Entry(List<Event> happened, Instant now, Runnable durable, Part part) {
            this.happened = List.copyOf(happened);
            this.now = now;
            this.durable = durable;
            this.part = part;
        }

        @Override
        public void write(Statements sql) throws SQLException {
            part.write(sql);
            for (Event event : happened) {
                lastEvent = events.write(sql, event, now);
            }
        }

        @Override
        public void durable() {
            if (!happened.isEmpty()) {
                log.recorded(lastEvent);
            }
            durable.run();
        }

        @Override
        public void refused(SQLException reason) {
            fatal.accept(reason);
        }
    }
}
