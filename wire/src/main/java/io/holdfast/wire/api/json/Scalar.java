package io.holdfast.wire.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A JSON value without parts, with what it is in OpenAPI's words. */
public enum Scalar {
    TEXT("string"),
    /** A moment as RFC 3339 writes it, in UTC. */
    INSTANT("string"),
    BOOLEAN("boolean"),
    INT("integer"),
    LONG("integer"),
    DOUBLE("number");

    private final String openApiType;

    Scalar(String openApiType) {
        this.openApiType = openApiType;
    }

    /** The {@code type} in an OpenAPI schema. */
    public String openApiType() {
        return openApiType;
    }

    static Optional<Scalar> of(Class<?> type) {
        if (type == String.class) {
            return Optional.of(TEXT);
        }
        if (type == Instant.class) {
            return Optional.of(INSTANT);
        }
        if (type == boolean.class) {
            return Optional.of(BOOLEAN);
        }
        if (type == int.class) {
            return Optional.of(INT);
        }
        if (type == long.class) {
            return Optional.of(LONG);
        }
        return type == double.class ? Optional.of(DOUBLE) : Optional.empty();
    }

    void write(JsonGenerator out, Object value) throws IOException {
        switch (this) {
            case TEXT, INSTANT -> out.writeString(value.toString());
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case INT -> out.writeNumber((Integer) value);
            case LONG -> out.writeNumber((Long) value);
            case DOUBLE -> out.writeNumber((Double) value);
        }
    }

    Object read(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        return switch (this) {
            case TEXT -> {
                require(in, token == JsonToken.VALUE_STRING, "a string");
                yield in.getText();
            }
            case INSTANT -> {
                require(in, token == JsonToken.VALUE_STRING, "a moment");
                yield instant(in);
            }
            case BOOLEAN -> {
                require(in, token != null && token.isBoolean(), "true or false");
                yield in.getBooleanValue();
            }
            case INT -> {
                require(in, token == JsonToken.VALUE_NUMBER_INT, "a whole number");
                yield in.getIntValue();
            }
            case LONG -> {
                require(in, token == JsonToken.VALUE_NUMBER_INT, "a whole number");
                yield in.getLongValue();
            }
            case DOUBLE -> {
                require(in, token != null && token.isNumeric(), "a number");
                yield in.getDoubleValue();
            }
        };
    }

    private static Instant instant(JsonParser in) throws IOException {
        try {
            return Instant.parse(in.getText());
        } catch (DateTimeException e) {
            throw JsonMismatch.at(in, "a moment such as 2026-03-01T12:00:00Z", in.getText());
        }
    }

    private static void require(JsonParser in, boolean right, String expected) throws IOException {
        if (!right) {
            throw JsonMismatch.at(in, expected);
        }
    }
}
