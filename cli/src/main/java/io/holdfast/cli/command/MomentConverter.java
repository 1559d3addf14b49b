package io.holdfast.cli.command;

import io.holdfast.config.value.Durations;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment as {@code 2h} or as a time in UTC. */
final class MomentConverter implements ITypeConverter<Moment> {

    @Override
    public Moment convert(String text) {
        try {
            return Durations.parse(text)
                    .<Moment>map(Moment.Ago::new)
                    .orElseGet(() -> new Moment.At(Instant.parse(text)));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "expected 30m, 2h, 7d or a time such as 2026-03-01T12:00:00Z, found '"
                            + text
                            + "'");
        }
    }
}
