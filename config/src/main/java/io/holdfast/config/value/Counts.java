package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.util.regex.Pattern;

/**
 * A whole number within limits.
 *
 * @param least the smallest allowed
 * @param most the largest allowed
 */
public record Counts(int least, int most) implements ValueType<Integer> {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");

    /** Any number from one limit to the other, both included. */
    public static Counts between(int least, int most) {
        return new Counts(least, most);
    }

    @Override
    public String expected() {
        return "a whole number from " + least + " to " + most;
    }

    @Override
    public Parsed<Integer> read(Node.Scalar scalar) {
        boolean number =
                scalar.form() == Node.Form.INTEGER && NUMBER.matcher(scalar.text()).matches();
        long value = number ? Long.parseLong(scalar.text()) : Long.MIN_VALUE;
        return value < least || value > most
                ? Parsed.badUnquoted(expected(), scalar)
                : new Parsed.Good<>((int) value);
    }
}
