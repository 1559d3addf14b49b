package io.holdfast.agent.devices.redfish.event;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Sent;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.core.observation.Silence;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Makes, looks after and ends subscriptions on one BMC (DSP0268, EventDestination).
 *
 * <p>Subscriptions survive the BMC's restarts and ours, and BMCs have room for few: who starts
 * {@link #adopt adopts} what is left of an earlier run before it makes another.
 *
 * @param client the BMC, within a round of requests that has begun
 * @param collection where its subscriptions are
 */
public record Subscriptions(ServiceClient client, Link collection) {

    /** More subscriptions than this are not looked through. */
    private static final int MOST_LOOKED_AT = 32;

    private static final int NOT_FOUND = 404;
    private static final JsonRead.Bounds BOUNDS = new JsonRead.Bounds(8_192, Set.of("Oem"));

    /**
     * Has the BMC post events to a place of ours.
     *
     * @param destination an https URL; http is refused, as events say what is broken
     * @param context what the BMC repeats with each event, by which it is known to be ours
     */
    public Subscribed subscribe(URI destination, String context) throws InterruptedException {
        if (!"https".equals(destination.getScheme())) {
            return new Subscribed.Refused(
                    Silence.of(
                            Silence.Cause.NOT_ASKED,
                            "expected an https destination, found " + destination));
        }
        String body =
                "{\"Destination\":"
                        + quoted(destination.toString())
                        + ",\"Protocol\":\"Redfish\",\"Context\":"
                        + quoted(context)
                        + ",\"EventFormatType\":\"Event\",\"SubscriptionType\":\"RedfishEvent\"}";
        Sent sent = client.send(HttpRequest.post(collection.path(), body));
        // The first services knew neither property, and wanted EventTypes.
        if (sent instanceof Sent.Answered(HttpResponse response) && response.status() == 400) {
            String plain =
                    "{\"Destination\":"
                            + quoted(destination.toString())
                            + ",\"Protocol\":\"Redfish\",\"Context\":"
                            + quoted(context)
                            + ",\"EventTypes\":[\"Alert\",\"StatusChange\"]}";
            sent = client.send(HttpRequest.post(collection.path(), plain));
        }
        return switch (sent) {
            case Sent.Answered(HttpResponse response) -> made(response);
            case Sent.Unsent(Silence reason) -> new Subscribed.Refused(reason);
            case Sent.Unanswered(Silence reason, boolean end) -> new Subscribed.Refused(reason);
        };
    }

    private static Subscribed made(HttpResponse response) {
        Optional<Link> place = response.header("location").flatMap(Subscriptions::path);
        return response.succeeded() && place.isPresent()
                ? new Subscribed.Standing(place.get())
                : new Subscribed.Refused(
                        Silence.of(
                                Silence.Cause.FAILED,
                                "the BMC makes no subscription (" + Complaint.of(response) + ")"));
    }

    /** Finds a subscription of ours by its context, made by an earlier run. */
    public Optional<Link> adopt(String context) throws InterruptedException {
        if (!(body(collection) instanceof JsonRead.Good(Json all))) {
            return Optional.empty();
        }
        for (Link member : Link.all(all.at("Members")).stream().limit(MOST_LOOKED_AT).toList()) {
            if (body(member) instanceof JsonRead.Good(Json one)
                    && one.at("Context").text().filter(context::equals).isPresent()) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /**
     * Looks whether the BMC still has a subscription, and resumes it where the BMC has given up on
     * us ({@code EventDestination.ResumeSubscription}).
     */
    public Subscribed renew(Link place) throws InterruptedException {
        Sent sent = client.send(HttpRequest.get(place.path()));
        return switch (sent) {
            case Sent.Unsent(Silence reason) -> new Subscribed.Refused(reason);
            case Sent.Unanswered(Silence reason, boolean end) -> new Subscribed.Refused(reason);
            case Sent.Answered(HttpResponse response) ->
                    response.status() == NOT_FOUND
                            ? new Subscribed.Ended()
                            : looked(place, response);
        };
    }

    private Subscribed looked(Link place, HttpResponse response) throws InterruptedException {
        if (!response.succeeded()
                || !(JsonRead.of(response.text(), BOUNDS) instanceof JsonRead.Good(Json json))) {
            return new Subscribed.Refused(
                    Silence.of(
                            Silence.Cause.FAILED,
                            "the BMC does not show its subscription ("
                                    + Complaint.of(response)
                                    + ")"));
        }
        String state = json.at("Status", "State").textOrEmpty();
        Optional<Link> resume =
                json.at("Actions", "#EventDestination.ResumeSubscription", "target")
                        .text()
                        .flatMap(Link::parse);
        boolean suspended = state.equals("Disabled") || state.equals("UnavailableOffline");
        if (!suspended) {
            return new Subscribed.Standing(place);
        }
        if (resume.isEmpty()) {
            return new Subscribed.Ended();
        }
        Sent sent = client.send(HttpRequest.post(resume.get().path(), "{}"));
        return sent instanceof Sent.Answered(HttpResponse done) && done.succeeded()
                ? new Subscribed.Standing(place)
                : new Subscribed.Ended();
    }

    /** Ends a subscription. */
    public Subscribed delete(Link place) throws InterruptedException {
        Sent sent = client.send(HttpRequest.delete(place.path()));
        return switch (sent) {
            case Sent.Unsent(Silence reason) -> new Subscribed.Refused(reason);
            case Sent.Unanswered(Silence reason, boolean end) -> new Subscribed.Refused(reason);
            case Sent.Answered(HttpResponse response) ->
                    response.succeeded() || response.status() == NOT_FOUND
                            ? new Subscribed.Ended()
                            : new Subscribed.Refused(
                                    Silence.of(
                                            Silence.Cause.FAILED,
                                            "the BMC keeps the subscription ("
                                                    + Complaint.of(response)
                                                    + ")"));
        };
    }

    private JsonRead body(Link link) throws InterruptedException {
        return client.send(HttpRequest.get(link.path()))
                        instanceof Sent.Answered(HttpResponse response)
                ? JsonRead.of(response.text(), BOUNDS)
                : new JsonRead.Bad("no answer");
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static Optional<Link> path(String location) {
        int scheme = location.indexOf("://");
        int slash = scheme < 0 ? -1 : location.indexOf('/', scheme + 3);
        return Link.parse(scheme < 0 ? location : slash < 0 ? "" : location.substring(slash));
    }
}
