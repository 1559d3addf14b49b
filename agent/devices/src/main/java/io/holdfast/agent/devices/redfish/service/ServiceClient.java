package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.HttpClient;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.agent.devices.redfish.http.HttpTrouble;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one Redfish service, one request at a time, and shows it a session's token.
 *
 * <p>Links are all that it follows: the root's path is the only one it knows. It keeps no
 * documents, so it sends no {@code If-None-Match}: the bodies that a 304 stands for would cost an
 * agent of fifty BMCs more memory than it may have.
 */
public final class ServiceClient implements Documents {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    /** What no decoder of ours reads, and what fills most of a vendor's answers. */
    private static final Set<String> PASSED_OVER =
            Set.of("Oem", "@odata.context", "@Redfish.Copyright", "@Redfish.Settings", "Assembly");

    private final HttpClient http;
    private final SessionKeeper sessions;
    private final ServiceLimits limits;
    private final Ticker ticker;
    private final Pause pause;

    private Deadline deadline;
    private int requests;
    private int unanswered;
    private long lastNanos;
    private boolean askedBefore;
    private volatile boolean calledOff;
    private Optional<String> expansion = Optional.empty();

    /** A client that has asked nothing yet. */
    public ServiceClient(
            HttpClient http,
            SessionKeeper sessions,
            ServiceLimits limits,
            Ticker ticker,
            Pause pause) {
        this.http = http;
        this.sessions = sessions;
        this.limits = limits;
        this.ticker = ticker;
        this.pause = pause;
        deadline = Deadline.in(Duration.ZERO, ticker);
    }

    /** Begins a round of requests that must have ended by a deadline. */
    public void begin(Deadline end) {
        deadline = end;
        requests = 0;
        unanswered = 0;
    }

    /** The HTTP client below. */
    public HttpClient http() {
        return http;
    }

    /** The service root; it needs no session (DSP0266 section 13.3.3), and tells how to get one. */
    public Fetched root() throws InterruptedException {
        // The trailing slash is how the specification writes it; some redirect where it is missing.
        Fetched root = read(Link.ROOT, HttpRequest.get(Link.ROOT.path() + "/"));
        if (root instanceof Fetched.Got(Resource(Link at, Json json))) {
            expansion = Expansion.query(json);
        }
        return root;
    }

    @Override
    public Fetched get(Link link, boolean expand) throws InterruptedException {
        // The link to a collection's next page has a query of its own, which says all.
        boolean plain = !expand || link.path().contains("?");
        Optional<String> query = plain ? Optional.empty() : expansion;
        if (query.isPresent()) {
            Fetched whole = authorized(link, HttpRequest.get(link.path() + query.get()));
            boolean settled =
                    switch (whole) {
                        case Fetched.Got got -> true;
                        case Fetched.Missed(int status, Silence why, boolean end) ->
                                end || status == NOT_FOUND;
                    };
            if (settled) {
                return whole;
            }
            // It said that it can, and cannot: ask as everybody understands, from now on.
            expansion = Optional.empty();
        }
        return authorized(link, HttpRequest.get(link.path()));
    }

    /** Makes a session where there is none yet; gives why there is none. */
    public Optional<Silence> login() throws InterruptedException {
        return sessions.current().isPresent() ? Optional.empty() : sessions.renew(this::raw);
    }

    /** Sends a request with the session's token, and once more where the session has run out. */
    public Sent send(HttpRequest request) throws InterruptedException {
        Optional<Silence> none = login();
        if (none.isPresent()) {
            return new Sent.Unsent(none.get());
        }
        Sent sent = raw(request.with(sessions.headers()));
        if (!(sent instanceof Sent.Answered(HttpResponse response))
                || response.status() != UNAUTHORIZED
                || !sessions.renewable()) {
            return sent;
        }
        Optional<Silence> refused = sessions.renew(this::raw);
        return refused.isPresent()
                ? new Sent.Unsent(refused.get())
                : raw(request.with(sessions.headers()));
    }

    /** Lets a round that another thread is in come to its end at once. */
    public void callOff() {
        calledOff = true;
        http.close();
    }

    /** Ends the session, waiting no longer than the deadline. */
    public void logout(Deadline end) {
        begin(end);
        calledOff = false;
        try {
            sessions.end(this::raw);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            http.close();
        }
    }

    private Fetched authorized(Link link, HttpRequest request) throws InterruptedException {
        return fetched(link, send(request));
    }

    private Fetched read(Link link, HttpRequest request) throws InterruptedException {
        return fetched(link, raw(request));
    }

    private static Fetched fetchedBody(Link link, HttpResponse response, int values) {
        JsonRead read = JsonRead.of(response.text(), new JsonRead.Bounds(values, PASSED_OVER));
        return switch (read) {
            case JsonRead.Good(Json json) -> new Fetched.Got(new Resource(link, json));
            case JsonRead.Bad(String reason) ->
                    new Fetched.Missed(
                            response.status(),
                            Silence.of(
                                    Silence.Cause.NOT_UNDERSTOOD,
                                    link + " is no good JSON: " + Complaint.printable(reason)),
                            false);
        };
    }

    private Fetched fetched(Link link, Sent sent) {
        return switch (sent) {
            case Sent.Unsent(Silence why) -> new Fetched.Missed(0, why, true);
            case Sent.Unanswered(Silence why, boolean hopeless) ->
                    new Fetched.Missed(0, why, hopeless);
            case Sent.Answered(HttpResponse response) ->
                    response.status() == OK
                            ? fetchedBody(link, response, limits.values())
                            : Refusals.missed(link, response);
        };
    }

    /** Sends one request as it is, at its time. */
    private Sent raw(HttpRequest request) throws InterruptedException {
        if (requests >= limits.requests()) {
            return new Sent.Unsent(
                    Silence.of(
                            Silence.Cause.NOT_ASKED,
                            "more than " + limits.requests() + " requests would be needed"));
        }
        if (deadline.passed()) {
            return new Sent.Unsent(
                    Silence.of(Silence.Cause.TIMED_OUT, "the time for one look was used up"));
        }
        if (calledOff) {
            return new Sent.Unsent(Silence.of(Silence.Cause.NOT_ASKED, "the look was called off"));
        }
        requests++;
        keepGap();
        try {
            HttpResponse response = http.exchange(request, deadline.within(limits.answerTime()));
            unanswered = 0;
            return new Sent.Answered(response);
        } catch (HttpTrouble trouble) {
            return new Sent.Unanswered(Refusals.silence(trouble), hopeless(trouble));
        } finally {
            lastNanos = ticker.nanos();
            askedBefore = true;
        }
    }

    private boolean hopeless(HttpTrouble trouble) {
        return switch (trouble.kind()) {
            case UNREACHABLE, UNTRUSTED, NO_TLS -> true;
            case TIMED_OUT, BROKEN_OFF ->
                    calledOff || deadline.passed() || ++unanswered >= limits.slowInARow();
            case NOT_HTTP, TOO_LARGE -> false;
        };
    }

    private void keepGap() throws InterruptedException {
        Duration since = Duration.ofNanos(ticker.nanos() - lastNanos);
        Duration left = limits.gap().minus(since);
        if (askedBefore && left.isPositive()) {
            pause.forAtMost(left);
        }
    }

    /** For tests and reports: how many requests this round has made. */
    public int requests() {
        return requests;
    }

    /** The headers that show who asks, for a stream on a connection of its own. */
    public List<HttpRequest.Header> headers() {
        return sessions.headers();
    }
}
