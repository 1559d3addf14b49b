package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.operations.EventQuery.Cursor;
import io.holdfast.core.component.HostId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.LongUnaryOperator;

/** What callers put into paths and behind question marks, understood. */
final class Parameters {

    private Parameters() {}

    /** The host that the path names. */
    static HostId host(Call call) {
        return Call.understood(
                "host",
                String.join(
                        "/", call.variable("site"), call.variable("rack"), call.variable("host")),
                HostId::parse);
    }

    static int limit(Call call, int normal, int most) {
        LongUnaryOperator within =
                n -> {
                    if (n < 1 || n > most) {
                        throw new IllegalArgumentException(
                                "expected 1 to " + most + ", found " + n);
                    }
                    return n;
                };
        return call.query("limit", text -> (int) within.applyAsLong(whole(text))).orElse(normal);
    }

    static long id(String text) {
        LongUnaryOperator within =
                n -> {
                    if (n < 0) {
                        throw new IllegalArgumentException("expected 0 or more, found " + n);
                    }
                    return n;
                };
        return within.applyAsLong(whole(text));
    }

    /** The cursor of this text, as {@link #text(Cursor)} made it. */
    static Cursor cursor(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("expected what 'older' gave, found '" + text + "'");
        }
        return new Cursor(moment(text.substring(0, comma)), id(text.substring(comma + 1)));
    }

    static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected a moment such as 2026-03-01T12:00:00Z, found '" + text + "'", e);
        }
    }

    static String text(Cursor cursor) {
        return cursor.at() + "," + cursor.id();
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a whole number, found '" + text + "'", e);
        }
    }
}
