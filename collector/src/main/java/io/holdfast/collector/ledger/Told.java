package io.holdfast.collector.ledger;

import io.holdfast.collector.event.Event;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import java.time.Instant;
import java.util.List;

/**
 * A batch as it is to be kept, with what it brought about.
 *
 * @param position up to which it leads
 * @param payload the batch as on the wire
 */
public record Told(
        HostId host, Position position, Instant receivedAt, Payload payload, List<Event> events) {
    public Told {
        events = List.copyOf(events);
    }
}
