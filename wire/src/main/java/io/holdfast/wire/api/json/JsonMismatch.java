package io.holdfast.wire.api.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input that is not the JSON that was expected; its message says what, what else, and where. */
public final class JsonMismatch extends IOException {

    private static final long serialVersionUID = 1;

    /** No more of what was sent is told back, in characters. */
    private static final int MOST_REPEATED = 200;

    JsonMismatch(String message) {
        super(message);
    }

    static JsonMismatch at(JsonParser parser, String expected, String found) {
        String where = parser.getParsingContext().pathAsPointer().toString();
        return new JsonMismatch(
                "expected "
                        + expected
                        + ", found "
                        + (found.length() > MOST_REPEATED
                                ? found.substring(0, MOST_REPEATED) + "..."
                                : found)
                        + (where.isEmpty() ? "" : " at " + where));
    }

    /** Something else than expected, which the parser stands at. */
    static JsonMismatch at(JsonParser parser, String expected) {
        return at(parser, expected, found(parser.currentToken()));
    }

    /** No JSON at all from this place on. What stands there is not repeated: it may be long. */
    static JsonMismatch notJson(JsonProcessingException why) {
        if (why instanceof StreamConstraintsException limit) {
            return new JsonMismatch("expected less at once, found: " + limit.getOriginalMessage());
        }
        JsonLocation at = why.getLocation();
        return new JsonMismatch(
                "expected JSON, found something else"
                        + (at == null
                                ? ""
                                : " in line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }

    private static String found(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case END_OBJECT, END_ARRAY -> "an end";
            case FIELD_NAME -> "a field";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
        };
    }
}
