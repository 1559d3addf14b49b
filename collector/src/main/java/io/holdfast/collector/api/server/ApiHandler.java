package io.holdfast.collector.api.server;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Desk;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Carries requests from Jetty to the desk, and its answers back. */
final class ApiHandler extends Handler.Abstract {

    private final Desk desk;
    private final Recogniser recogniser;
    private final Followers followers;
    private final long bodyBytes;

    ApiHandler(Desk desk, Recogniser recogniser, Followers followers, long bodyBytes) {
        this.desk = desk;
        this.recogniser = recogniser;
        this.followers = followers;
        this.bodyBytes = bodyBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        InputStream body =
                new BoundedInput(
                        Content.Source.asInputStream(request), request.getLength(), bodyBytes);
        Answer answer = answer(request, body);
        boolean withoutContent = request.getMethod().equals("HEAD");
        if (withoutContent && answer instanceof Answer.Follow) {
            head(response, 200, Followers.CONTENT_TYPE);
            callback.succeeded();
        } else {
            give(answer, response, callback);
        }
        return true;
    }

    private Answer answer(Request request, InputStream body) throws IOException {
        try {
            return desk.answer(
                    new Desk.Request(
                            request.getMethod(),
                            request.getHttpURI().getPath(),
                            query(request),
                            headers(request.getHeaders()),
                            recogniser.recognise(request),
                            body));
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        }
    }

    private void give(Answer answer, Response response, Callback callback) throws IOException {
        switch (answer) {
            case Answer.Json<?> json -> {
                write(json, response);
                callback.succeeded();
            }
            case Answer.Text(String contentType, String text) -> {
                head(response, 200, contentType);
                response.write(true, StandardCharsets.UTF_8.encode(text), callback);
            }
            case Answer.Written(String contentType, Answer.Writing writing) -> {
                head(response, 200, contentType);
                write(writing, response);
                callback.succeeded();
            }
            case Answer.Follow follow -> followers.follow(follow, response, callback);
        }
    }

    /** A refusal comes before anything is written, so that it can still be the answer. */
    private static void write(Answer.Writing writing, Response response) throws IOException {
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            writing.write(out);
        } catch (Refusal refusal) {
            write(Answer.of(refusal), response);
            return;
        }
        out.close();
    }

    private static <T extends Record> void write(Answer.Json<T> answer, Response response)
            throws IOException {
        answer.allow().ifPresent(methods -> response.getHeaders().put(HttpHeader.ALLOW, methods));
        write(answer.status(), answer.form(), answer.value(), response);
    }

    static <T extends Record> void write(int status, JsonRecord<T> form, T value, Response response)
            throws IOException {
        head(response, status, Answer.JSON);
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            form.write(value, out);
        }
    }

    static void head(Response response, int status, String contentType) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            String before = query.put(field.getName(), field.getValue());
            if (before != null || field.getValues().size() > 1) {
                throw Refusal.badRequest(
                        "expected each parameter once, found one of them twice", "leave one out");
            }
        }
        return query;
    }

    private static Map<String, String> headers(HttpFields fields) {
        String lastEvent = fields.get("Last-Event-ID");
        return lastEvent == null ? Map.of() : Map.of("last-event-id", lastEvent);
    }
}
