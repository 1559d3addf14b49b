package io.holdfast.wire.api;

import java.util.List;
import java.util.Optional;

/**
 * A piece of the history.
 *
 * @param events the events, the one that happened last first; with {@code after} in the request, in
 *     the order in which they were recorded
 * @param older what to send as {@code before} to read on; empty where this was all
 * @param latestId the id of the event that was recorded last; 0 where there is none
 */
public record EventPage(List<EventReport> events, Optional<String> older, long latestId) {

    public EventPage {
        events = List.copyOf(events);
    }
}
