package io.holdfast.wire.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the values of one Java type look in JSON. */
public sealed interface Shape {

    /** Writes a value of this shape. */
    void write(JsonGenerator out, Object value) throws IOException;

    /**
     * Reads a value of this shape; the parser stands on its first token and is left on its last.
     */
    Object read(JsonParser in) throws IOException;

    /** What a field of this shape is where the object lacks it; empty where it must not. */
    default Optional<Object> whenMissing() {
        return Optional.empty();
    }

    /** A text, number, truth or moment; a missing truth is false. */
    record Single(Scalar scalar) implements Shape {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            scalar.write(out, value);
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return scalar.read(in);
        }

        @Override
        public Optional<Object> whenMissing() {
            return scalar == Scalar.BOOLEAN ? Optional.of(false) : Optional.empty();
        }
    }

    /**
     * One of a closed set of words; any other word reads as {@code unknown}.
     *
     * @param words the words and the constants that they stand for, in order
     */
    record Word(Map<String, Enum<?>> words) implements Shape {

        private static final String UNKNOWN = "unknown";

        static Word of(Class<?> type) {
            Map<String, Enum<?>> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                Enum<?> word = (Enum<?>) constant;
                words.put(word.name().toLowerCase(Locale.ROOT), word);
            }
            if (!words.containsKey(UNKNOWN)) {
                throw new IllegalArgumentException(
                        "expected " + type + " to have UNKNOWN for the words of newer peers");
            }
            return new Word(words);
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            String word = (String) Scalar.TEXT.read(in);
            Enum<?> known = words.get(word);
            return known != null
                    ? known
                    : words.getOrDefault(UNKNOWN, words.values().iterator().next());
        }
    }

    /** A value that may be missing, or {@code null}. */
    record Maybe(Shape shape, Missable kind) implements Shape {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            Optional<Object> content = kind.content(value);
            if (content.isPresent()) {
                shape.write(out, content.get());
            } else {
                out.writeNull();
            }
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            return in.currentToken() == JsonToken.VALUE_NULL
                    ? kind.empty()
                    : kind.of(shape.read(in));
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(kind.empty());
        }
    }

    /** An array; a missing one is empty. */
    record Items(Shape item) implements Shape {

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartArray();
            for (Object each : (List<?>) value) {
                item.write(out, each);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw JsonMismatch.at(in, "a list");
            }
            List<Object> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.read(in));
            }
            return items;
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(List.of());
        }
    }

    /** An object whose fields are free, each of the same shape; a missing one is empty. */
    record Entries(Shape value) implements Shape {

        @Override
        public void write(JsonGenerator out, Object entries) throws IOException {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) entries).entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                value.write(out, entry.getValue());
            }
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw JsonMismatch.at(in, "an object");
            }
            SortedMap<String, Object> entries = new TreeMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String key = in.currentName();
                in.nextToken();
                entries.put(key, value.read(in));
            }
            return entries;
        }

        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(new TreeMap<>());
        }
    }

    /**
     * A record's object.
     *
     * @param maker its canonical constructor
     * @param fields its fields, in the order of the constructor's parameters
     */
    record Fields(Constructor<?> maker, List<Field> fields) implements Shape {

        static Fields of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return new Fields(
                    RecordMaker.canonical(type), Arrays.stream(components).map(Field::of).toList());
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartObject();
            for (Field field : fields) {
                Object content = field.of(value);
                boolean leftOut = field.shape().whenMissing().filter(content::equals).isPresent();
                if (!leftOut || !(field.shape() instanceof Maybe)) {
                    out.writeFieldName(field.name());
                    field.shape().write(out, content);
                }
            }
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw JsonMismatch.at(in, "an object");
            }
            Map<String, Object> found = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                Optional<Field> field = named(in.currentName());
                in.nextToken();
                if (field.isPresent()) {
                    found.put(field.get().name(), field.get().shape().read(in));
                } else {
                    in.skipChildren();
                }
            }
            return RecordMaker.make(in, this, found);
        }

        private Optional<Field> named(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }
}
