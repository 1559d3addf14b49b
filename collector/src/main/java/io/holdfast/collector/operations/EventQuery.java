package io.holdfast.collector.operations;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events are wanted: newest first, a page at a time.
 *
 * @param host only those of this host
 * @param component only changes of this part; its host is then given by it
 * @param from not before
 * @param until before
 * @param before where the last page ended; empty for the first page
 * @param limit the most that are given, from 1 to {@value #MOST}
 */
public record EventQuery(
        Optional<HostId> host,
        Optional<ComponentId> component,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Cursor> before,
        int limit) {

    public static final int MOST = 1_000;

    /** Everything, the latest {@code limit} of it. */
    public static EventQuery latest(int limit) {
        return new EventQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    public EventQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "expected a limit of 1 to " + MOST + ", found " + limit);
        }
    }

    /**
     * The last event of a page.
     *
     * @param at when it happened
     * @param id its id
     */
    public record Cursor(Instant at, long id) {}
}
