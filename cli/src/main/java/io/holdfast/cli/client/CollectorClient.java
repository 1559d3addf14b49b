package io.holdfast.cli.client;

import io.holdfast.cli.Failure;
import io.holdfast.cli.http.Connection;
import io.holdfast.cli.http.Connector;
import io.holdfast.cli.http.Request;
import io.holdfast.cli.http.Response;
import io.holdfast.wire.api.ErrorReport;
import io.holdfast.wire.api.json.JsonMismatch;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a collector, one connection for each question.
 *
 * @param connectors the ways to reach it, tried in order until one is answered
 * @param patience how long an answer may take
 */
public record CollectorClient(List<Connector> connectors, Duration patience) {

    /** Longer than any answer takes that is made from memory or from one query. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int FIRST_ERROR = 400;

    public CollectorClient {
        connectors = List.copyOf(connectors);
    }

    /** Reads a record from a path. */
    public <T extends Record> T get(String target, Class<T> answer) {
        return ask(Request.get(target), answer);
    }

    /** Sends a record to a path, and reads another. */
    public <Q extends Record, T extends Record> T post(
            String target, Class<Q> type, Q question, Class<T> answer) {
        String json = JsonRecord.of(type).text(question);
        return ask(Request.post(target, json.getBytes(StandardCharsets.UTF_8)), answer);
    }

    /** Has the collector do what a path stands for, and reads what came of it. */
    public <T extends Record> T post(String target, Class<T> answer) {
        return ask(Request.post(target, new byte[0]), answer);
    }

    /** Deletes what is at a path. */
    public void delete(String target) {
        exchange(new Request("DELETE", target, Request.JSON, Optional.empty()));
    }

    /** Reads a text, such as metrics. */
    public String text(String target, String mediaType) {
        return new String(
                exchange(new Request("GET", target, mediaType, Optional.empty())),
                StandardCharsets.UTF_8);
    }

    private <T extends Record> T ask(Request request, Class<T> answer) {
        byte[] body = exchange(request);
        try {
            return JsonRecord.of(answer).read(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new Failure(
                    "the collector's answer to "
                            + request.target()
                            + " cannot be understood: "
                            + e.getMessage(),
                    "compare `holdfast version` on both machines");
        }
    }

    private byte[] exchange(Request request) {
        Connector used = connectors.getFirst();
        try (TimedConnection timed = TimedConnection.of(connect(), patience)) {
            Response response = timed.connection().exchange(request);
            byte[] body = response.bytes();
            if (response.status() >= FIRST_ERROR) {
                throw refused(response.status(), body);
            }
            return body;
        } catch (IOException e) {
            throw new Failure(
                    "the collector at " + used.peer() + " broke off: " + e.getMessage(),
                    "look at its log");
        }
    }

    private Connection connect() {
        StringBuilder tried = new StringBuilder();
        for (Connector connector : connectors) {
            try {
                return connector.connect();
            } catch (IOException e) {
                tried.append(tried.isEmpty() ? "" : ", ")
                        .append(connector.peer())
                        .append(": ")
                        .append(reason(e));
            }
        }
        throw new Failure(
                "expected a collector that listens, found none (" + tried + ")",
                "start one with `holdfast up`, or name another with --collector");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case ConnectException refused -> "nobody listens there";
            case NoSuchFileException none -> "no such socket";
            default -> {
                String message = String.valueOf(e.getMessage());
                yield message.contains("No such file") ? "no such socket" : message;
            }
        };
    }

    private static Failure refused(int status, byte[] body) {
        try {
            ErrorReport.Detail error =
                    JsonRecord.of(ErrorReport.class)
                            .read(new String(body, StandardCharsets.UTF_8))
                            .error();
            return new Failure("the collector says: " + error.message(), error.remedy());
        } catch (JsonMismatch e) {
            return new Failure(
                    "the collector answered with HTTP status " + status, "look at its log");
        }
    }
}
