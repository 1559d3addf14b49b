package io.holdfast.cli.client;

import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.EventReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads a collector's history, oldest first and each event once, and goes on with what comes. */
public final class EventFeed {

    /** How long to wait before asking for what is new. */
    public static final Duration INTERVAL = Duration.ofMillis(300);

    /** Of a longer past, the oldest is left out. */
    public static final int MOST_PAST = 10_000;

    /** The most that one answer holds. */
    private static final int PAGE = 1000;

    private final CollectorClient client;
    private final Optional<String> host;
    private long after;

    /**
     * A feed.
     *
     * @param host of one host alone, or of all
     */
    public EventFeed(CollectorClient client, Optional<String> host) {
        this.client = client;
        this.host = host;
    }

    /** Leaves out everything up to now. */
    public void skipToEnd() {
        after = page(Query.of(Paths.EVENTS).with("limit", Optional.of(1))).latestId();
    }

    /**
     * Hands over what happened from a moment up to now.
     *
     * @param most of more than these, the latest are handed over
     * @return whether that was all
     */
    public boolean past(Instant from, int most, Consumer<EventReport> to) {
        List<EventReport> latestFirst = new ArrayList<>();
        Optional<String> before = Optional.empty();
        do {
            EventPage page =
                    page(
                            Query.of(Paths.EVENTS)
                                    .with("host", host)
                                    .with("from", Optional.of(from))
                                    .with("before", before)
                                    .with("limit", Optional.of(page(most - latestFirst.size()))));
            // What is recorded while we read comes with what is new.
            after = before.isEmpty() ? page.latestId() : after;
            latestFirst.addAll(page.events());
            before = page.older();
        } while (before.isPresent() && latestFirst.size() < most);
        latestFirst.subList(0, Math.min(most, latestFirst.size())).reversed().forEach(to);
        return before.isEmpty() && latestFirst.size() <= most;
    }

    private static int page(int wanted) {
        return Math.min(wanted, PAGE);
    }

    /** Hands over what was recorded since the last call. */
    public void news(Consumer<EventReport> to) {
        Predicate<EventReport> ours =
                event -> host.map(wanted -> wanted.equals(event.host())).orElse(true);
        boolean more = true;
        while (more) {
            EventPage page = page(Query.of(Paths.EVENTS).with("after", Optional.of(after)));
            page.events().stream().filter(ours).forEach(to);
            if (!page.events().isEmpty()) {
                after = page.events().getLast().id();
            }
            more = !page.events().isEmpty() && after < page.latestId();
        }
    }

    private EventPage page(Query query) {
        return client.get(query.toString(), EventPage.class);
    }
}
