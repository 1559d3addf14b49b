package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time within limits: whole numbers with units, largest first, such as {@code 500ms},
 * {@code 1h30m} or {@code 90d}. A day has 24 hours.
 *
 * @param least the shortest allowed
 * @param most the longest allowed
 */
public record Durations(Duration least, Duration most) implements ValueType<Duration> {

    private static final Pattern PART = Pattern.compile("(\\d{1,12})(ms|[dhms])");

    private static final Map<String, Duration> UNITS =
            Map.of(
                    "d", Duration.ofDays(1),
                    "h", Duration.ofHours(1),
                    "m", Duration.ofMinutes(1),
                    "s", Duration.ofSeconds(1),
                    "ms", Duration.ofMillis(1));

    /** Any length from one limit to the other, both included. */
    public static Durations between(Duration least, Duration most) {
        return new Durations(least, most);
    }

    /** Any length from one limit to the other, both written as in a file. */
    public static Durations within(String least, String most) {
        return new Durations(parse(least).orElseThrow(), parse(most).orElseThrow());
    }

    @Override
    public String expected() {
        return "a duration such as 500ms, 5s, 1h30m or 90d";
    }

    @Override
    public Parsed<Duration> read(Node.Scalar scalar) {
        Optional<Duration> duration = parse(scalar.text());
        if (duration.isEmpty()) {
            return Parsed.bad(expected(), scalar);
        }
        if (duration.get().compareTo(least) < 0) {
            return Parsed.bad("at least " + format(least), scalar);
        }
        if (duration.get().compareTo(most) > 0) {
            return Parsed.bad("at most " + format(most), scalar);
        }
        return new Parsed.Good<>(duration.get());
    }

    /** The duration that a text means, or empty where it means none. */
    public static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        Duration lastUnit = Duration.ofSeconds(Long.MAX_VALUE);
        int end = 0;
        while (end < text.length()) {
            Duration unit = part.find(end) && part.start() == end ? UNITS.get(part.group(2)) : null;
            if (unit == null || unit.compareTo(lastUnit) >= 0) {
                return Optional.empty();
            }
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
            lastUnit = unit;
            end = part.end();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    /** The text that {@link #parse} reads as this duration; parts below a millisecond are cut. */
    public static String format(Duration duration) {
        StringBuilder out = new StringBuilder();
        append(out, duration.toDaysPart(), "d");
        append(out, duration.toHoursPart(), "h");
        append(out, duration.toMinutesPart(), "m");
        append(out, duration.toSecondsPart(), "s");
        append(out, duration.toMillisPart(), "ms");
        return out.isEmpty() ? "0s" : out.toString();
    }

    private static void append(StringBuilder out, long amount, String unit) {
        if (amount > 0) {
            out.append(amount).append(unit);
        }
    }
}
