package io.holdfast.mibs.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of the part is made from the bindings: {@code {ifName} | port {ifIndex.index}}.
 *
 * <p>{@code {ifName}} is the object's value, {@code {ifIndex.index}} the index of its instance,
 * {@code {ifIndex.index:2}} the second arc of it. Alternatives stand apart by {@code |}; the first
 * that can be filled wholly holds.
 *
 * @param alternatives the pieces of each
 */
record NameText(List<List<Piece>> alternatives) {

    /** No name at all: what is told is about the device as a whole. */
    static final NameText NONE = new NameText(List.of());

    private static final Pattern PLACE =
            Pattern.compile("\\{([A-Za-z][\\w:-]*?)(\\.index(?::(\\d{1,3}))?)?}");
    private static final int LONGEST = 200;

    NameText {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** A piece of a name. */
    sealed interface Piece {

        record Letters(String text) implements Piece {}

        record Field(String object) implements Piece {}

        /**
         * The index of an object's instance.
         *
         * @param arc which arc of it, from 1; 0 for all
         */
        record Index(String object, int arc) implements Piece {}
    }

    /** Empty where braces stand in it that name no place. */
    static Optional<NameText> parse(String text) {
        List<List<Piece>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|", -1)) {
            List<Piece> pieces = new ArrayList<>();
            Matcher place = PLACE.matcher(alternative.strip());
            StringBuilder rest = new StringBuilder();
            int end = 0;
            while (place.find()) {
                letters(alternative.strip().substring(end, place.start()), rest, pieces);
                String arc = place.group(3);
                pieces.add(
                        place.group(2) == null
                                ? new Piece.Field(place.group(1))
                                : new Piece.Index(
                                        place.group(1), arc == null ? 0 : Integer.parseInt(arc)));
                end = place.end();
            }
            letters(alternative.strip().substring(end), rest, pieces);
            if (pieces.isEmpty() || rest.indexOf("{") >= 0 || rest.indexOf("}") >= 0) {
                return Optional.empty();
            }
            alternatives.add(pieces);
        }
        return Optional.of(new NameText(alternatives));
    }

    private static void letters(String text, StringBuilder rest, List<Piece> pieces) {
        rest.append(text);
        if (!text.isEmpty()) {
            pieces.add(new Piece.Letters(text));
        }
    }

    /** The objects that it asks for. */
    Set<String> objects() {
        Set<String> objects = new TreeSet<>();
        for (List<Piece> pieces : alternatives) {
            for (Piece piece : pieces) {
                switch (piece) {
                    case Piece.Letters letters -> {}
                    case Piece.Field(String object) -> objects.add(object);
                    case Piece.Index(String object, int arc) -> objects.add(object);
                }
            }
        }
        return objects;
    }

    /** The name; empty where no alternative can be filled. */
    Optional<String> fill(Function<String, Optional<Carried>> carried) {
        return alternatives.stream().flatMap(pieces -> fill(pieces, carried).stream()).findFirst();
    }

    private static Optional<String> fill(
            List<Piece> pieces, Function<String, Optional<Carried>> carried) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : pieces) {
            Optional<String> text =
                    switch (piece) {
                        case Piece.Letters(String letters) -> Optional.of(letters);
                        case Piece.Field(String object) ->
                                carried.apply(object).map(c -> c.value().shown().strip());
                        case Piece.Index(String object, int arc) ->
                                carried.apply(object).flatMap(c -> c.index(arc));
                    };
            if (text.filter(t -> !t.isEmpty()).isEmpty()) {
                return Optional.empty();
            }
            name.append(text.get());
        }
        String plain = name.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.substring(0, Math.min(LONGEST, plain.length())));
    }

    /** Whether this is the name of an object as catalogue files write it. */
    static boolean isObject(String text) {
        return text.matches("[A-Za-z][\\w:-]*") && text.length() <= LONGEST;
    }
}
