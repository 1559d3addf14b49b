package io.holdfast.collector.api.fake;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.EventQuery;
import io.holdfast.collector.operations.Events;
import io.holdfast.core.component.ComponentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Events in memory. */
public final class FakeEvents implements Events {

    private final List<Recorded> all = new ArrayList<>();

    /** Records an event, recorded when it happened. */
    public synchronized void add(Event event) {
        all.add(new Recorded(all.size() + 1L, event.at(), event));
        notifyAll();
    }

    @Override
    public synchronized List<Recorded> find(EventQuery query) {
        return all.stream()
                .filter(r -> query.host().map(r.event().host()::equals).orElse(true))
                .filter(r -> query.component().map(c -> isOf(r.event(), c)).orElse(true))
                .filter(r -> query.from().map(t -> !r.event().at().isBefore(t)).orElse(true))
                .filter(r -> query.until().map(t -> r.event().at().isBefore(t)).orElse(true))
                .filter(r -> query.before().map(c -> r.id() < c.id()).orElse(true))
                .sorted(Comparator.comparingLong(Recorded::id).reversed())
                .limit(query.limit())
                .toList();
    }

    private static boolean isOf(Event event, ComponentId component) {
        return event instanceof Event.ComponentChanged changed
                && changed.component().equals(component);
    }

    @Override
    public synchronized List<Recorded> after(long id, int limit) {
        return all.stream().filter(r -> r.id() > id).limit(limit).toList();
    }

    @Override
    public synchronized long latestId() {
        return all.size();
    }

    @Override
    public synchronized boolean awaitAfter(long id, Duration atMost) throws InterruptedException {
        long left = atMost.toMillis();
        long end = System.nanoTime() + atMost.toNanos();
        while (all.size() <= id && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return all.size() > id;
    }
}
