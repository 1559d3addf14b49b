package io.holdfast.collector.history;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.EventKind;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts events into the store; for the writer's thread only. */
public final class EventWriting {

    private static final String INSERT =
            "INSERT INTO event (at, delay_millis, host, kind, subject, detail)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final Subjects subjects;

    public EventWriting(Subjects subjects) {
        this.subjects = subjects;
    }

    /**
     * Puts an event into the transaction and gives its id.
     *
     * @param now when it is recorded
     */
    public long write(Statements sql, Event event, Instant now) throws SQLException {
        Optional<String> name = EventText.subject(event);
        @Nullable Long subject = null;
        if (name.isPresent()) {
            subject = subjects.subject(sql, event.host(), name.get());
        }
        return sql.insert(
                INSERT,
                Times.micros(event.at()),
                Duration.between(event.at(), now).toMillis(),
                subjects.host(sql, event.host()),
                EventKind.of(event).number(),
                subject,
                EventText.detail(event));
    }
}
