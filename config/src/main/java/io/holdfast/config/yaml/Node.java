package io.holdfast.config.yaml;

import java.util.List;

/** A part of a YAML file that knows where it stands. */
public sealed interface Node {

    /** Where it begins. */
    Position at();

    /** What it is, in the words of an error message. */
    String description();

    /**
     * A single value.
     *
     * @param text the value without quotes
     * @param form what YAML's core schema takes it for
     */
    record Scalar(Position at, String text, Form form) implements Node {

        @Override
        public String description() {
            return switch (form) {
                case TEXT -> "'" + Printable.of(text) + "'";
                case INTEGER, DECIMAL -> "the number " + Printable.of(text);
                case FLAG -> Printable.of(text);
                case NOTHING -> "nothing";
            };
        }
    }

    /** What a plain value is by YAML 1.2's core schema (section 10.3). */
    enum Form {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        NOTHING
    }

    /** A list. */
    record Sequence(Position at, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** Keys with their values, in the order of the file; a key may still occur twice. */
    record Mapping(Position at, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String description() {
            return "keys with values";
        }
    }

    /**
     * A key and its value.
     *
     * @param at where the key stands
     */
    record Entry(Position at, String key, Node value) {}
}
