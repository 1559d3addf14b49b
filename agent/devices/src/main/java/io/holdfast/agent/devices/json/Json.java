package io.holdfast.agent.devices.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON value.
 *
 * <p>Asking for a field that is not there, or of something that is no object, gives {@link Absent}:
 * programs add and drop fields with every version, and a decoder says only what it found.
 */
public sealed interface Json {

    /** An object, its fields in the order of the text. */
    record Fields(Map<String, Json> fields) implements Json {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** An array. */
    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Text(String content) implements Json {}

    /** A number, as it was written. */
    record Numeral(String digits) implements Json {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements Json {}

    /** {@code null}, or a field that is not there. */
    record Absent() implements Json {}

    /** The value at the end of this way through objects. */
    default Json at(String... way) {
        Json here = this;
        for (String name : way) {
            here =
                    here instanceof Fields(Map<String, Json> fields)
                            ? fields.getOrDefault(name, new Absent())
                            : new Absent();
        }
        return here;
    }

    /** Whether there is anything. */
    default boolean present() {
        return !(this instanceof Absent);
    }

    /** The items of an array; none of anything else. */
    default List<Json> items() {
        return this instanceof Items(List<Json> items) ? items : List.of();
    }

    /** The fields of an object; none of anything else. */
    default Map<String, Json> fields() {
        return this instanceof Fields(Map<String, Json> fields) ? fields : Map.of();
    }

    /** The text of a string, stripped and not empty, or the digits of a number. */
    default Optional<String> text() {
        return switch (this) {
            case Text(String content) -> Optional.of(content.strip()).filter(t -> !t.isEmpty());
            case Numeral(String digits) -> Optional.of(digits);
            case Truth(boolean value) -> Optional.of(Boolean.toString(value));
            case Fields fields -> Optional.empty();
            case Items items -> Optional.empty();
            case Absent absent -> Optional.empty();
        };
    }

    /** The text, or nothing at all as the empty text. */
    default String textOrEmpty() {
        return text().orElse("");
    }

    /** A finite number, also where it was written as a string. */
    default OptionalDouble number() {
        String digits =
                switch (this) {
                    case Numeral(String n) -> n;
                    case Text(String t) -> t.strip();
                    case Truth truth -> "";
                    case Fields fields -> "";
                    case Items items -> "";
                    case Absent absent -> "";
                };
        try {
            double value = Double.parseDouble(digits);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A whole number within the range of a {@code long}. */
    default OptionalLong whole() {
        OptionalDouble number = number();
        boolean fits = number.isPresent() && Math.abs(number.getAsDouble()) < 1e15;
        return fits ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
    }

    /** Whether this is {@code true}. */
    default boolean isTrue() {
        return this instanceof Truth(boolean value) && value;
    }

    /** Whether this is {@code false}: there, and not true. */
    default boolean isFalse() {
        return this instanceof Truth(boolean value) && !value;
    }
}
