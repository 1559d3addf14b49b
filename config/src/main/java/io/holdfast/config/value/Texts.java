package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that means something: a name, an address, a path.
 *
 * @param expected what it must be, in the words of an error message
 * @param meaning what a text means, or empty where it means nothing
 */
public record Texts<T>(String expected, Function<String, Optional<T>> meaning)
        implements ValueType<T> {

    @Override
    public Parsed<T> read(Node.Scalar scalar) {
        Optional<T> value =
                scalar.form() == Node.Form.NOTHING
                        ? Optional.empty()
                        : meaning.apply(scalar.text());
        if (value.isEmpty()) {
            return Parsed.bad(expected, scalar);
        }
        if (scalar.form() != Node.Form.TEXT) {
            return Parsed.bad(expected + " in quotes", scalar);
        }
        return scalar.text().startsWith("${")
                ? Parsed.bad(expected + " (only secrets come from the environment)", scalar)
                : new Parsed.Good<>(value.get());
    }
}
