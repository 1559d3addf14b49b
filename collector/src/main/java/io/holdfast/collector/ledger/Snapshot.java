package io.holdfast.collector.ledger;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Stat;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The whole state of a host as it is to be kept, in place of its journal.
 *
 * @param position as of which
 * @param payload the state, as {@link Succession#bytes} gives it
 * @param samples the readings since the snapshot before
 */
public record Snapshot(
        HostId host,
        Position position,
        Instant takenAt,
        Payload payload,
        Map<Series, Map<Long, Stat>> samples,
        List<Event> events) {
    public Snapshot {
        events = List.copyOf(events);
    }
}
