package io.holdfast.collector.api.call;

import io.holdfast.collector.api.audit.Acts;
import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.caller.Recognition;
import io.holdfast.collector.store.UnwritableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests: finds the route, asks whether the caller may, writes down acts, and answers.
 *
 * <p>Nothing is looked up, and no body is read, for somebody who may not ask.
 */
public final class Desk {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final String DONE = "done";

    private final Routes routes;
    private final Acts acts;

    public Desk(Routes routes, Acts acts) {
        this.routes = routes;
        this.acts = acts;
    }

    /**
     * A request as it came.
     *
     * @param path with its percent signs still in it
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Recognition recognition,
            InputStream body) {}

    /** Answers a request; refusals and failures of ours become answers too. */
    public Answer answer(Request request) throws IOException {
        try {
            Caller caller = recognised(request.recognition());
            Routes.Match match = routes.find(request.method(), request.path());
            Route route = match.route();
            if (!caller.role().includes(route.role())) {
                log.warn(
                        "{} may not {} {}: {} is needed",
                        caller.name(),
                        route.method(),
                        request.path(),
                        route.role().word());
                throw forbidden(
                        "expected the role "
                                + route.role().word()
                                + ", found "
                                + caller.role().word(),
                        "ask somebody with that role, or a root user on the collector's machine");
            }
            Call call =
                    new Call(
                            caller,
                            Segments.decoded(match.variables()),
                            request.query(),
                            request.headers(),
                            request.body());
            return route.changes()
                    ? recorded(route, request.path(), call)
                    : route.endpoint().answer(call);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (UnwritableException e) {
            return Answer.of(Refusal.unavailable(String.valueOf(e.getMessage()), e.remedy()));
        } catch (RuntimeException e) {
            log.error("{} {} failed", request.method(), request.path(), e);
            return Answer.of(failure());
        }
    }

    private Answer recorded(Route route, String path, Call call) throws IOException {
        long act = acts.begin(call.caller().name(), route.method() + " " + path);
        String outcome = "failed";
        try {
            Answer answer = route.endpoint().answer(call);
            outcome = DONE;
            return answer;
        } catch (Refusal refusal) {
            outcome = refusal.code();
            throw refusal;
        } finally {
            end(act, outcome);
        }
    }

    /** What was done stays done, whether or not its end can be put down. */
    private void end(long act, String outcome) {
        try {
            acts.end(act, outcome);
        } catch (UnwritableException e) {
            log.error("act {} is {}, which is not put down: {}", act, outcome, e.getMessage());
        }
    }

    private static Caller recognised(Recognition recognition) {
        return switch (recognition) {
            case Recognition.Known(Caller caller) -> caller;
            case Recognition.Nobody nobody ->
                    throw new Refusal(
                            401,
                            "unauthenticated",
                            "expected a client certificate of this collector's authority, found none",
                            "ask an approver for one (POST /v1/identities), or ask on the collector's"
                                    + " machine as root");
            case Recognition.Refused(String reason) ->
                    throw forbidden(reason, "use a valid identity, or ask an approver for one");
        };
    }

    private static Refusal forbidden(String message, String remedy) {
        return new Refusal(403, "forbidden", message, remedy);
    }

    private static Refusal failure() {
        return new Refusal(
                500,
                "internal",
                "the collector failed to answer; its log says why",
                "see: journalctl -u holdfast-collector");
    }
}
