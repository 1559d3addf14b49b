package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole share of a hundred within limits, such as {@code 80%}.
 *
 * @param least the smallest allowed, in percent
 * @param most the largest allowed, in percent
 */
public record Percents(int least, int most) implements ValueType<Integer> {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

    /** Any share from one limit to the other, both included. */
    public static Percents between(int least, int most) {
        return new Percents(least, most);
    }

    @Override
    public String expected() {
        return "a share from " + least + "% to " + most + "%";
    }

    @Override
    public Parsed<Integer> read(Node.Scalar scalar) {
        Matcher percent = PERCENT.matcher(scalar.text());
        if (!percent.matches()) {
            return Parsed.bad(expected(), scalar);
        }
        int value = Integer.parseInt(percent.group(1));
        return value < least || value > most
                ? Parsed.bad(expected(), scalar)
                : new Parsed.Good<>(value);
    }
}
