package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.config.yaml.ValueType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One of a closed set of words, written in lower case with dashes.
 *
 * @param choices each word with what it means
 */
public record Words<E extends Enum<E>>(Map<String, E> choices) implements ValueType<E> {

    /** The words for the constants of an enum. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(word(constant), constant);
        }
        return new Words<>(choices);
    }

    /** The word that stands for a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String expected() {
        return "one of " + String.join(", ", choices.keySet());
    }

    @Override
    public Parsed<E> read(Node.Scalar scalar) {
        E choice = choices.get(scalar.text());
        if (choice != null) {
            return new Parsed.Good<>(choice);
        }
        String hint =
                Suggestion.nearest(scalar.text(), choices.keySet())
                        .map(word -> "; did you mean '" + word + "'?")
                        .orElse("");
        return new Parsed.Bad<>(
                "expected " + expected() + ", found " + scalar.description() + hint);
    }
}
