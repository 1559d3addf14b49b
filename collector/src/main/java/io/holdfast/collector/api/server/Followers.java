package io.holdfast.collector.api.server;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.shown.ShownEvent;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.Events;
import io.holdfast.wire.api.ErrorReport;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The clients that follow events (server-sent events, HTML Living Standard, section 9.2).
 *
 * <p>Nothing is queued for them: each reads the store from where it is, at its own pace, on a
 * virtual thread of its own. One that falls too far behind is told so and sent away; one that takes
 * nothing any more is cut by the connection's idle limit.
 */
final class Followers implements AutoCloseable {

    static final String CONTENT_TYPE = "text/event-stream; charset=utf-8";

    private static final int PAGE = 200;
    private static final JsonRecord<EventReport> EVENT = JsonRecord.of(EventReport.class);
    private static final JsonRecord<ErrorReport> ERROR = JsonRecord.of(ErrorReport.class);

    private final Events events;
    private final ApiLimits limits;
    private final Semaphore places;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final LongAdder sentAway = new LongAdder();
    private volatile boolean closed;

    Followers(Events events, ApiLimits limits) {
        this.events = events;
        this.limits = limits;
        places = new Semaphore(limits.followers());
    }

    /** How many follow now. */
    int count() {
        return limits.followers() - places.availablePermits();
    }

    /** How many were sent away because they were too slow. */
    long sentAway() {
        return sentAway.sum();
    }

    /** Takes a client in, or tells it that there are too many. */
    void follow(Answer.Follow follow, Response response, Callback callback) throws IOException {
        if (closed || !places.tryAcquire()) {
            Refusal full =
                    Refusal.unavailable(
                            "expected at most " + limits.followers() + " clients to follow events",
                            "read /v1/events from time to time instead");
            ApiHandler.write(full.status(), ERROR, full.report(), response);
            callback.succeeded();
            return;
        }
        Thread thread =
                Thread.ofVirtual()
                        .name("api-follower")
                        .unstarted(() -> serve(follow.after(), response, callback));
        threads.add(thread);
        thread.start();
    }

    private void serve(long after, Response response, Callback callback) {
        try {
            ApiHandler.head(response, 200, CONTENT_TYPE);
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                serve(after, out);
            }
            callback.succeeded();
        } catch (IOException | InterruptedException e) {
            // The client went away, or we do.
            callback.failed(e);
        } finally {
            places.release();
            threads.remove(Thread.currentThread());
        }
    }

    private void serve(long after, OutputStream out) throws IOException, InterruptedException {
        long had = after;
        send(out, ": from " + had + "\n\n");
        while (!closed) {
            if (events.latestId() - had > limits.mostBehind()) {
                sentAway.increment();
                send(out, "event: dropped\ndata: " + ERROR.text(tooSlow(had)) + "\n\n");
                return;
            }
            List<Recorded> page = events.after(had, PAGE);
            for (Recorded recorded : page) {
                send(out, text(recorded));
                had = recorded.id();
            }
            if (page.isEmpty() && !events.awaitAfter(had, limits.heartbeat())) {
                send(out, ": still here\n\n");
            }
        }
    }

    private ErrorReport tooSlow(long had) {
        return ErrorReport.of(
                "too_slow",
                "expected to be at most " + limits.mostBehind() + " events behind, found more",
                "read on at /v1/events?after=" + had);
    }

    private static String text(Recorded recorded) {
        EventReport report = ShownEvent.report(recorded);
        return "id: "
                + report.id()
                + "\nevent: "
                + report.type().name().toLowerCase(Locale.ROOT)
                + "\ndata: "
                + EVENT.text(report)
                + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
