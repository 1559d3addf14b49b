package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a service says of why it refused something (DSP0266 section 8.6). */
public final class Complaint {

    private static final int LONGEST = 400;
    private static final JsonRead.Bounds BOUNDS = new JsonRead.Bounds(4_096, Set.of("Oem"));

    private Complaint() {}

    /** A short sentence with the HTTP status and the service's own words; never fails. */
    public static String of(HttpResponse response) {
        String status = "HTTP " + response.status();
        if (!(JsonRead.of(response.text(), BOUNDS) instanceof JsonRead.Good(Json json))) {
            return status;
        }
        Json error = json.at("error");
        List<Json> details = error.at("@Message.ExtendedInfo").items();
        Optional<String> said =
                details.stream()
                        .flatMap(detail -> detail.at("Message").text().stream())
                        .findFirst()
                        .or(
                                () ->
                                        details.stream()
                                                .flatMap(d -> d.at("MessageId").text().stream())
                                                .findFirst())
                        .or(() -> error.at("message").text());
        return said.map(words -> status + ": " + printable(words)).orElse(status);
    }

    /** A text from the wire, fit to be shown. */
    public static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars()
                .limit(LONGEST)
                .forEach(c -> plain.append(Character.isISOControl(c) ? ' ' : (char) c));
        return plain.toString();
    }
}
