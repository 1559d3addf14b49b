package io.holdfast.agent.devices.redfish.service;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.holdfast.agent.devices.redfish.Login;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpRequest.Header;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.core.observation.Silence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one session of a service (DSP0266 section 13.3.4), or Basic authentication where the
 * service has no sessions. A session is kept from one look to the next: BMCs have few of them.
 */
public final class SessionKeeper {

    /** The means to send a request as it is. */
    @FunctionalInterface
    interface Wire {
        Sent send(HttpRequest request) throws InterruptedException;
    }

    private static final Set<Integer> NO_SESSIONS = Set.of(404, 405, 501);

    private final Login login;
    private Optional<Link> place = Optional.empty();
    private Optional<Session> session = Optional.empty();

    /** A keeper that has no session yet. */
    public SessionKeeper(Login login) {
        this.login = login;
    }

    /** Sets where sessions are made, as the service root says it; empty where it has none. */
    public void sessionsAt(Optional<Link> collection) {
        place = collection;
    }

    /** Whether there is a session, or Basic was settled for. */
    Optional<Session> current() {
        return session;
    }

    List<Header> headers() {
        return session.map(Session::headers).orElse(List.of());
    }

    /** Whether another session may be accepted where this one is not; a password stays the same. */
    boolean renewable() {
        return place.isPresent();
    }

    /** Makes a session; gives why there is none. */
    Optional<Silence> renew(Wire wire) throws InterruptedException {
        session = Optional.empty();
        if (place.isEmpty()) {
            session = basic(Optional.empty());
            return Optional.empty();
        }
        Sent sent = wire.send(HttpRequest.post(place.get().path(), credentials()));
        return switch (sent) {
            case Sent.Unsent(Silence why) -> Optional.of(why);
            case Sent.Unanswered(Silence why, boolean hopeless) -> Optional.of(why);
            case Sent.Answered(HttpResponse response) -> take(response);
        };
    }

    private Optional<Silence> take(HttpResponse response) {
        Optional<String> token = response.header("x-auth-token").filter(SessionKeeper::printable);
        Optional<Link> made = response.header("location").flatMap(SessionKeeper::path);
        if (response.succeeded() && token.isPresent()) {
            session =
                    Optional.of(
                            new Session(List.of(new Header("X-Auth-Token", token.get())), made));
            return Optional.empty();
        }
        // A session without a token is none, and still to be deleted; simulators make such.
        if (response.succeeded() || NO_SESSIONS.contains(response.status())) {
            place = Optional.empty();
            session = basic(made);
            return Optional.empty();
        }
        return Optional.of(refusal(response));
    }

    private Silence refusal(HttpResponse response) {
        String said = Complaint.of(response);
        return switch (response.status()) {
            // iLO answers a wrong password with 400.
            case 400, 401, 403 ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            "the BMC refuses the password of user '"
                                    + login.user()
                                    + "' ("
                                    + said
                                    + ")",
                            "check --user and --password-file; too many tries lock accounts");
            case 503 ->
                    new Silence(
                            Silence.Cause.FAILED,
                            "the BMC gives no session (" + said + ")",
                            "it may have run out of sessions: end some on its own web page");
            default -> Silence.of(Silence.Cause.FAILED, "the BMC gives no session (" + said + ")");
        };
    }

    /** Deletes the session, as a guest who leaves. */
    void end(Wire wire) throws InterruptedException {
        Optional<Session> ending = session;
        if (ending.isPresent() && ending.get().place().isPresent()) {
            String path = ending.get().place().get().path();
            wire.send(HttpRequest.delete(path).with(ending.get().headers()));
        }
        session = Optional.empty();
    }

    private Optional<Session> basic(Optional<Link> made) {
        byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return Optional.of(new Session(List.of(new Header("Authorization", value)), made));
    }

    private String credentials() {
        return "{\"UserName\":"
                + quoted(login.user())
                + ",\"Password\":"
                + quoted(login.password())
                + "}";
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** A Location may be a whole URL; only its path is ever used. */
    private static Optional<Link> path(String location) {
        int scheme = location.indexOf("://");
        int slash = scheme < 0 ? -1 : location.indexOf('/', scheme + 3);
        String path = scheme < 0 ? location : slash < 0 ? "" : location.substring(slash);
        return Link.parse(path);
    }

    private static boolean printable(String token) {
        return token.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
