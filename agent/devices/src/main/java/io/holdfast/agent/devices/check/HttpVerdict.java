package io.holdfast.agent.devices.check;

import io.holdfast.core.check.Trial;
import io.holdfast.core.observation.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What a page says of its service. Pure. */
final class HttpVerdict {

    private HttpVerdict() {}

    static Answer of(Trial.Http trial, int status, String body, Duration took) {
        if (!trial.status().contains(status)) {
            return new Answer.Bad(
                    new Evidence(
                            trial.shown(),
                            "status",
                            Integer.toString(status),
                            "expected " + trial.status()));
        }
        if (trial.body().isPresent() && !Pattern.compile(trial.body().get()).matcher(body).find()) {
            return new Answer.Bad(
                    new Evidence(
                            trial.shown(),
                            "body",
                            firstLine(body),
                            "expected to find " + trial.body().get()));
        }
        return new Answer.Good(
                new Evidence(trial.shown(), "status", Integer.toString(status), "as expected"),
                List.of(Response.reading(took)));
    }

    private static String firstLine(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
