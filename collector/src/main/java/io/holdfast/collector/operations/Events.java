package io.holdfast.collector.operations;

import io.holdfast.collector.event.Recorded;
import java.time.Duration;
import java.util.List;

/** What has happened, from the store: everything told here is durable. */
public interface Events {

    /** The events that a query asks for, the one that happened last first. */
    List<Recorded> find(EventQuery query);

    /**
     * Events in the order in which they were recorded: for following, and for whoever acts on each
     * event once and keeps the id of the last.
     *
     * @param id of the last event already had; 0 for none
     * @param limit the most that are given
     */
    List<Recorded> after(long id, int limit);

    /** The id of the latest event; 0 where there is none. */
    long latestId();

    /**
     * Waits until an event later than {@code id} is durable.
     *
     * @return whether there is one; false when the time is up
     */
    boolean awaitAfter(long id, Duration atMost) throws InterruptedException;
}
