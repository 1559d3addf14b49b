package io.holdfast.wire.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The JSON form of one record type.
 *
 * <p>A record is an object whose fields are its components in {@code snake_case}; a component that
 * is an empty optional is left out. A reader passes over fields that it does not know, and takes a
 * word that it does not know as {@code unknown}: a newer peer may say more than we understand.
 *
 * <p>The form follows from the record's components alone; a component of a type that has no JSON
 * form is refused when the form is made, not when it is used.
 *
 * @param <T> the record
 */
public final class JsonRecord<T extends Record> {

    /** Deeper nesting is refused (RFC 8259, section 9). */
    public static final int MOST_DEPTH = 32;

    /** Longer strings are refused, in characters. */
    public static final int LONGEST_STRING = 1 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxStringLength(LONGEST_STRING)
                                    .maxNameLength(1_000)
                                    .maxNumberLength(100)
                                    .build())
                    .build();

    private final Class<T> type;
    private final Shape.Fields shape;

    private JsonRecord(Class<T> type) {
        this.type = type;
        shape = Shape.Fields.of(type);
    }

    /** The form of this record type. */
    public static <T extends Record> JsonRecord<T> of(Class<T> type) {
        return new JsonRecord<>(type);
    }

    /** The shape that the form has, to hold against a description of it. */
    public Shape.Fields shape() {
        return shape;
    }

    /** Writes a record on one line and leaves the stream open. */
    public void write(T value, OutputStream out) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            shape.write(generator, value);
        }
    }

    /** The record on one line. */
    public String text(T value) {
        return text(value, false);
    }

    /** The record on many lines, for people. */
    public String pretty(T value) {
        return text(value, true);
    }

    private String text(T value, boolean pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            shape.write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does not fail", e);
        }
        return text.toString();
    }

    /**
     * Reads a record.
     *
     * @throws JsonMismatch if the input is not JSON, or not this record
     * @throws IOException if the stream fails
     */
    public T read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            return read(parser);
        }
    }

    /**
     * Reads a record from a text.
     *
     * @throws JsonMismatch if the text is not JSON, or not this record
     */
    public T read(String text) throws JsonMismatch {
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        } catch (JsonMismatch e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail", e);
        }
    }

    private T read(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            T value = type.cast(shape.read(parser));
            JsonToken more = parser.nextToken();
            if (more != null) {
                throw JsonMismatch.at(parser, "the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonMismatch.notJson(e);
        }
    }
}
