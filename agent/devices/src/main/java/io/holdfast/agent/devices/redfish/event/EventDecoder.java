package io.holdfast.agent.devices.redfish.event;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the Event document that a BMC posts, or sends as server-sent event (DSP0268, Event). Total:
 * whatever comes is an answer.
 */
public final class EventDecoder {

    /** A longer document is refused before it is read. */
    public static final int MOST_BYTES = 256 << 10;

    /** More events in one document are left out. */
    static final int MOST_EVENTS = 64;

    private static final JsonRead.Bounds BOUNDS = new JsonRead.Bounds(8_192, Set.of("Oem"));

    private EventDecoder() {}

    /** Reads one document. */
    public static EventRead decode(String text) {
        if (text.length() > MOST_BYTES) {
            return new EventRead.Bad("an event of more than " + MOST_BYTES + " characters");
        }
        return switch (JsonRead.of(text, BOUNDS)) {
            case JsonRead.Bad(String reason) -> new EventRead.Bad(Complaint.printable(reason));
            case JsonRead.Good(Json json) -> events(json);
        };
    }

    private static EventRead events(Json json) {
        List<Json> events = json.at("Events").items();
        if (events.isEmpty()) {
            return new EventRead.Bad("no Events in it");
        }
        List<Hint> hints = events.stream().limit(MOST_EVENTS).map(EventDecoder::hint).toList();
        return new EventRead.Events(word(json.at("Context")), hints);
    }

    private static Hint hint(Json event) {
        Json origin = event.at("OriginOfCondition");
        // Before version 1.1 of the schema it was the path itself.
        Optional<Link> link = Link.in(origin).or(() -> origin.text().flatMap(Link::parse));
        String severity = word(event.at("MessageSeverity"));
        return new Hint(
                word(event.at("MessageId")),
                severity.isEmpty() ? word(event.at("Severity")) : severity,
                word(event.at("Message")),
                link);
    }

    private static String word(Json json) {
        return json.text().map(Complaint::printable).orElse("");
    }
}
