package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through the events in the order of their recording. What comes of them and the place up to
 * which they were gone through are one transaction.
 *
 * <p>For one thread at a time.
 */
public final class EventWalk {

    static final int PAGE = 200;

    /** Takes one event into account. */
    @FunctionalInterface
    public interface Taker {
        void take(Statements sql, Recorded recorded) throws SQLException;
    }

    private final Store store;
    private final Events events;
    private final String fact;
    private long place;

    /**
     * Starts where the last one ended; the first one ever starts with the events to come.
     *
     * @param fact under which name the store keeps the place
     */
    public EventWalk(Store store, Events events, String fact) {
        this.store = store;
        this.events = events;
        this.fact = fact;
        place =
                Facts.get(store, fact)
                        .map(Long::parseLong)
                        .orElseGet(() -> Facts.put(store, fact, events.latestId()));
    }

    /** The id of the last event that was gone through. */
    public long place() {
        return place;
    }

    /**
     * Goes through the next events.
     *
     * @param prepare reads what is needed of a page before its transaction begins
     * @return whether there may be more at once
     */
    public boolean step(Function<List<Recorded>, Taker> prepare) {
        List<Recorded> page = events.after(place, PAGE);
        if (page.isEmpty()) {
            return false;
        }
        Taker taker = prepare.apply(page);
        place =
                store.write(
                        sql -> {
                            for (Recorded recorded : page) {
                                taker.take(sql, recorded);
                            }
                            return Facts.put(sql, fact, page.getLast().id());
                        });
        return page.size() == PAGE;
    }
}
