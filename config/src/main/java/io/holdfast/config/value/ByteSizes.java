package io.holdfast.config.value;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes within limits, such as {@code 512B}, {@code 64MiB} or {@code 2GB}; {@code KiB}
 * counts 1024 and {@code kB} 1000 (IEC 80000-13).
 *
 * @param least the fewest bytes allowed
 * @param most the most bytes allowed
 */
public record ByteSizes(long least, long most) implements ValueType<Long> {

    public static final long KIB = 1L << 10;
    public static final long MIB = 1L << 20;
    public static final long GIB = 1L << 30;
    public static final long TIB = 1L << 40;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([A-Za-z]+)");

    private static final Map<String, Long> UNITS =
            Map.of(
                    "B", 1L,
                    "kB", 1_000L,
                    "MB", 1_000_000L,
                    "GB", 1_000_000_000L,
                    "TB", 1_000_000_000_000L,
                    "KiB", KIB,
                    "MiB", MIB,
                    "GiB", GIB,
                    "TiB", TIB);

    /** Any size from one limit to the other, both included. */
    public static ByteSizes between(long least, long most) {
        return new ByteSizes(least, most);
    }

    @Override
    public String expected() {
        return "a size such as 64MiB or 2GB";
    }

    @Override
    public Parsed<Long> read(Node.Scalar scalar) {
        Optional<Long> bytes = parse(scalar.text());
        if (bytes.isEmpty()) {
            return Parsed.bad(expected(), scalar);
        }
        if (bytes.get() < least) {
            return Parsed.bad("at least " + format(least), scalar);
        }
        if (bytes.get() > most) {
            return Parsed.bad("at most " + format(most), scalar);
        }
        return new Parsed.Good<>(bytes.get());
    }

    /** The bytes that a text means, or empty where it means none. */
    public static Optional<Long> parse(String text) {
        Matcher size = SIZE.matcher(text);
        Long unit = size.matches() ? UNITS.get(size.group(2)) : null;
        if (unit == null) {
            return Optional.empty();
        }
        long number = Long.parseLong(size.group(1));
        return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
    }

    /** The text that {@link #parse} reads as this many bytes, in the largest binary unit. */
    public static String format(long bytes) {
        if (bytes > 0 && bytes % TIB == 0) {
            return bytes / TIB + "TiB";
        }
        if (bytes > 0 && bytes % GIB == 0) {
            return bytes / GIB + "GiB";
        }
        if (bytes > 0 && bytes % MIB == 0) {
            return bytes / MIB + "MiB";
        }
        return bytes > 0 && bytes % KIB == 0 ? bytes / KIB + "KiB" : bytes + "B";
    }
}
