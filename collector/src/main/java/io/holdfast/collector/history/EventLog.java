package io.holdfast.collector.history;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.EventKind;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.EventQuery;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events in the store, for reading. */
public final class EventLog implements Events {

    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    private static final String COLUMNS =
            "SELECT e.id, e.at, e.delay_millis, h.name, e.kind, s.name, e.detail"
                    + " FROM event e JOIN host h ON h.id = e.host"
                    + " LEFT JOIN subject s ON s.id = e.subject";
    private static final String AFTER = COLUMNS + " WHERE e.id > ? ORDER BY e.id LIMIT ?";
    private static final String PAGE =
            " AND e.at >= ? AND e.at < ? AND (e.at, e.id) < (?, ?)"
                    + " ORDER BY e.at DESC, e.id DESC LIMIT ?";
    private static final String OF_ALL = COLUMNS + " WHERE true" + PAGE;
    private static final String OF_HOST =
            COLUMNS + " WHERE e.host = (SELECT id FROM host WHERE name = ?)" + PAGE;
    private static final String OF_COMPONENT =
            COLUMNS
                    + " WHERE e.host = (SELECT id FROM host WHERE name = ?)"
                    + " AND e.subject = (SELECT id FROM subject WHERE host = e.host AND name = ?)"
                    + PAGE;

    private final Store store;
    private final LongAdder unreadable = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition recorded = lock.newCondition();
    private long latest;

    public EventLog(Store store) {
        this.store = store;
        latest = storedLatest();
    }

    @Override
    public List<Recorded> find(EventQuery query) {
        long from = query.from().map(Times::micros).orElse(Long.MIN_VALUE);
        long until = query.until().map(Times::micros).orElse(Long.MAX_VALUE);
        long at = query.before().map(c -> Times.micros(c.at())).orElse(Long.MAX_VALUE);
        long id = query.before().map(EventQuery.Cursor::id).orElse(Long.MAX_VALUE);
        Optional<ComponentId> component = query.component();
        Optional<HostId> host = component.map(ComponentId::host).or(query::host);
        return store.read(
                sql -> {
                    if (component.isPresent()) {
                        String name = component.get().host().toString();
                        String local = component.get().local();
                        return readable(
                                sql, OF_COMPONENT, name, local, from, until, at, id, query.limit());
                    }
                    return host.isPresent()
                            ? readable(
                                    sql,
                                    OF_HOST,
                                    host.get().toString(),
                                    from,
                                    until,
                                    at,
                                    id,
                                    query.limit())
                            : readable(sql, OF_ALL, from, until, at, id, query.limit());
                });
    }

    @Override
    public List<Recorded> after(long id, int limit) {
        return store.read(sql -> readable(sql, AFTER, id, limit));
    }

    @Override
    public long latestId() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitAfter(long id, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (latest <= id && nanos > 0) {
                nanos = recorded.awaitNanos(nanos);
            }
            return latest > id;
        } finally {
            lock.unlock();
        }
    }

    /** Says that events have become durable, up to this id. */
    public void recorded(long id) {
        lock.lock();
        try {
            latest = Math.max(latest, id);
            recorded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Rows that could not be made an event again since this process started. */
    public long unreadable() {
        return unreadable.sum();
    }

    private long storedLatest() {
        return store.read(
                        sql ->
                                sql.first(
                                        "SELECT seq FROM sqlite_sequence WHERE name = 'event'",
                                        row -> row.getLong(1)))
                .orElse(0L);
    }

    private List<Recorded> readable(Statements sql, String question, Object... values)
            throws SQLException {
        return sql.list(question, this::recorded, values).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Recorded> recorded(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Instant at = Times.instant(row.getLong(2));
        Instant recordedAt = at.plusMillis(row.getLong(3));
        String subject = row.getString(6);
        try {
            HostId host = HostId.parse(row.getString(4));
            EventKind kind = EventKind.ofNumber(row.getInt(5)).orElseThrow();
            String name = subject == null ? "" : subject;
            Event event = EventReading.read(kind, host, at, name, row.getString(7));
            return Optional.of(new Recorded(id, recordedAt, event));
        } catch (RuntimeException e) {
            unreadable.increment();
            log.warn("event {} in the store cannot be read: {}", id, e.toString());
            return Optional.empty();
        }
    }
}
