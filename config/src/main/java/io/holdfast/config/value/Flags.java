package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.util.Locale;

/** Yes or no, as YAML 1.2 writes it: {@code true} or {@code false}, without quotes. */
public record Flags() implements ValueType<Boolean> {

    @Override
    public String expected() {
        return "true or false";
    }

    @Override
    public Parsed<Boolean> read(Node.Scalar scalar) {
        return scalar.form() == Node.Form.FLAG
                ? new Parsed.Good<>(scalar.text().toLowerCase(Locale.ROOT).equals("true"))
                : Parsed.badUnquoted(expected(), scalar);
    }
}
