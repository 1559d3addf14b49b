package io.holdfast.collector.api.call;

import io.holdfast.collector.api.caller.Caller;
import io.holdfast.wire.api.json.JsonMismatch;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A request that its caller may make.
 *
 * @param caller who makes it
 * @param path the values of the path's variables
 * @param query the values behind the question mark; the first of each name
 * @param headers the values of the headers that matter, by lower-case name
 * @param body the body, limited by whoever carries it
 */
public record Call(
        Caller caller,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        InputStream body) {

    /** The value of a variable of the path. */
    public String variable(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }

    /**
     * A value behind the question mark, understood.
     *
     * @param understand may throw {@link IllegalArgumentException} or {@link
     *     java.time.DateTimeException}, whose message the caller sees
     */
    public <T> Optional<T> query(String name, Function<String, T> understand) {
        return Optional.ofNullable(query.get(name)).map(text -> understood(name, text, understand));
    }

    /** Refuses a request that asks for something which we would pass over in silence. */
    public void expectQuery(Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.badRequest(
                        "expected "
                                + (known.isEmpty() ? "no parameter" : "one of " + known)
                                + ", found '"
                                + Refusal.cut(name)
                                + "'",
                        "see /v1/openapi.yaml");
            }
        }
    }

    /** The body as a record. */
    public <T extends Record> T body(JsonRecord<T> form) throws IOException {
        try {
            return form.read(body);
        } catch (JsonMismatch e) {
            throw Refusal.badRequest(
                    "in the body: " + e.getMessage(), "see /v1/openapi.yaml for what it may hold");
        }
    }

    /** Understands a text that the caller sent, refusing the call where it is not understood. */
    public static <T> T understood(String name, String text, Function<String, T> understand) {
        try {
            return understand.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Refusal.badRequest(name + ": " + e.getMessage(), "");
        }
    }
}
