package io.holdfast.mibs.profile;

import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for fields and for arcs of the index: {@code {label} | PSU {index:1}}.
 *
 * <p>{@code {index}} is the whole index, {@code {index:2}} its second arc, {@code {index:2..}} all
 * from the second on. Alternatives stand apart by {@code |}; the first that can be filled wholly
 * holds.
 *
 * @param text as the profile has it
 * @param alternatives the parts of each
 */
public record Template(String text, List<List<Part>> alternatives) {

    /** The word for the index, which no field may have. */
    public static final String INDEX = "index";

    private static final Pattern PLACE =
            Pattern.compile("\\{([a-z][a-z0-9-]*)(?::(\\d{1,3})(\\.\\.)?)?}");

    public Template {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** A part of a template. */
    public sealed interface Part {

        /** Letters that stand as they are. */
        record Letters(String text) implements Part {}

        /** The value of a field. */
        record Field(String name) implements Part {}

        /**
         * Arcs of the index.
         *
         * @param from the first, from 1
         * @param to the last
         */
        record Arcs(int from, int to) implements Part {}
    }

    /** The template of this text; empty where braces stand in it that name no place. */
    public static Optional<Template> parse(String text) {
        List<List<Part>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|", -1)) {
            Optional<List<Part>> parts = parts(alternative.strip());
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(parts.get());
        }
        return Optional.of(new Template(text, alternatives));
    }

    private static Optional<List<Part>> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        boolean good = !text.isEmpty();
        while (place.find()) {
            good &= letters(text.substring(end, place.start()), parts);
            good &= place.group(2) == null || place.group(1).equals(INDEX);
            parts.add(part(place.group(1), place.group(2), place.group(3)));
            end = place.end();
        }
        good &= letters(text.substring(end), parts);
        return good ? Optional.of(parts) : Optional.empty();
    }

    private static boolean letters(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part.Letters(text));
        }
        return text.indexOf('{') < 0 && text.indexOf('}') < 0;
    }

    private static Part part(
            String name,
            @org.jspecify.annotations.Nullable String from,
            @org.jspecify.annotations.Nullable String open) {
        if (!name.equals(INDEX)) {
            return new Part.Field(name);
        }
        if (from == null) {
            return new Part.Arcs(1, Oid.MOST_ARCS);
        }
        int first = Integer.parseInt(from);
        return new Part.Arcs(first, open == null ? first : Oid.MOST_ARCS);
    }

    /** The fields that it asks for. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        for (List<Part> parts : alternatives) {
            for (Part part : parts) {
                if (part instanceof Part.Field(String name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The text with all its places filled; empty where no alternative can be. */
    public Optional<String> fill(Oid index, Function<String, Optional<String>> fields) {
        return alternatives.stream().flatMap(p -> fill(p, index, fields).stream()).findFirst();
    }

    /** The identifier that the filled text is; empty where it is none. */
    public Optional<Oid> fillOid(Oid index, Function<String, Optional<String>> fields) {
        try {
            return fill(index, fields).map(Oid::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fill(
            List<Part> parts, Oid index, Function<String, Optional<String>> fields) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            Optional<String> text =
                    switch (part) {
                        case Part.Letters(String letters) -> Optional.of(letters);
                        case Part.Field(String name) ->
                                fields.apply(name).filter(value -> !value.isBlank());
                        case Part.Arcs(int from, int to) -> arcs(index, from, to);
                    };
            if (text.isEmpty()) {
                return Optional.empty();
            }
            out.append(text.get());
        }
        return Optional.of(out.toString().strip());
    }

    private static Optional<String> arcs(Oid index, int from, int to) {
        boolean there = from >= 1 && from <= index.length();
        return there ? Optional.of(index.upTo(to).from(from - 1).toString()) : Optional.empty();
    }
}
