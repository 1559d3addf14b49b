package io.holdfast.agent.devices.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What came of reading a JSON text. */
public sealed interface JsonRead {

    /** It was JSON. */
    record Good(Json json) implements JsonRead {}

    /** It was not, or went beyond a limit. */
    record Bad(String reason) implements JsonRead {}

    /** Deeper nesting is refused. */
    int MOST_DEPTH = 64;

    /** More values in one text are refused. */
    int MOST_VALUES = 500_000;

    /**
     * What is read of a text, and how much of it.
     *
     * @param values more values than this are refused
     * @param passedOver fields of this name are left out, with all that is in them
     */
    record Bounds(int values, Set<String> passedOver) {

        /** Everything, up to the usual limit. */
        public static final Bounds USUAL = new Bounds(MOST_VALUES, Set.of());

        public Bounds {
            passedOver = Set.copyOf(passedOver);
        }
    }

    /** Reads the first JSON value of a text, skipping what a program printed before it. */
    static JsonRead of(String text) {
        return of(text, Bounds.USUAL);
    }

    /** Reads the first JSON value of a text within bounds. */
    static JsonRead of(String text, Bounds bounds) {
        int start = text.indexOf('{');
        if (start < 0) {
            return new Bad("expected a JSON object, found none");
        }
        try (JsonParser parser = Reader.FACTORY.createParser(text.substring(start))) {
            parser.nextToken();
            return new Good(new Reader(parser, bounds).value());
        } catch (IOException e) {
            return new Bad(firstLine(Objects.toString(e.getMessage(), e.toString())));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** Builds the tree, depth first. */
    final class Reader {

        static final JsonFactory FACTORY =
                new JsonFactoryBuilder()
                        .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                        .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MOST_DEPTH)
                                        .maxNumberLength(64)
                                        .build())
                        .build();

        private final JsonParser parser;
        private final Bounds bounds;
        private int values;

        Reader(JsonParser parser, Bounds bounds) {
            this.parser = parser;
            this.bounds = bounds;
        }

        /** The value whose first token is the current one. */
        Json value() throws IOException {
            if (++values > bounds.values()) {
                throw new IOException("more than " + bounds.values() + " values");
            }
            JsonToken token = parser.currentToken();
            if (token == null) {
                throw new IOException("the text ends in the middle");
            }
            return switch (token) {
                case START_OBJECT -> fields();
                case START_ARRAY -> items();
                case VALUE_STRING -> new Json.Text(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getText());
                case VALUE_TRUE -> new Json.Truth(true);
                case VALUE_FALSE -> new Json.Truth(false);
                case VALUE_NULL -> new Json.Absent();
                case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new IOException("unexpected " + token);
            };
        }

        private Json fields() throws IOException {
            Map<String, Json> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (bounds.passedOver().contains(name)) {
                    parser.skipChildren();
                } else {
                    fields.put(name, value());
                }
            }
            return new Json.Fields(fields);
        }

        private Json items() throws IOException {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new Json.Items(items);
        }
    }
}
