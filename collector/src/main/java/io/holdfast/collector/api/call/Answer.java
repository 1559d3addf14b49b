package io.holdfast.collector.api.call;

import io.holdfast.wire.api.ErrorReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What a request gets. */
public sealed interface Answer {

    /** The media type of every record. */
    String JSON = "application/json; charset=utf-8";

    /**
     * A record as JSON.
     *
     * @param allow for the header of that name; empty where it is left out
     */
    record Json<T extends Record>(int status, JsonRecord<T> form, T value, Optional<String> allow)
            implements Answer {}

    /** A text. */
    record Text(String contentType, String text) implements Answer {}

    /** Something long that writes itself. */
    record Written(String contentType, Writing writing) implements Answer {}

    /** Writes the content of an answer, and leaves the stream open. */
    @FunctionalInterface
    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /** Events as they come, as server-sent events, from the one after this id. */
    record Follow(long after) implements Answer {}

    /** A record, all being well. */
    static <T extends Record> Answer ok(JsonRecord<T> form, T value) {
        return new Json<>(200, form, value, Optional.empty());
    }

    /** A refusal. */
    static Json<ErrorReport> of(Refusal refusal) {
        return new Json<>(refusal.status(), Forms.ERROR, refusal.report(), refusal.allow());
    }

    /** The forms that every answer may need. */
    final class Forms {
        static final JsonRecord<ErrorReport> ERROR = JsonRecord.of(ErrorReport.class);

        private Forms() {}
    }
}
