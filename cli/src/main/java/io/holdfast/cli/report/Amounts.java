package io.holdfast.cli.report;

import io.holdfast.wire.api.ReadingReport;
import java.util.Locale;

/** Numbers with their units, as short as they stay useful. */
final class Amounts {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String[] STEPS = {"", "k", "M", "G", "T", "P"};

    private Amounts() {}

    /** A reading with its name: {@code rx errors 0/s}. */
    static String reading(ReadingReport reading) {
        String name = reading.name().replace('_', ' ').replace('-', ' ');
        return name + " " + value(reading.value(), reading.unit());
    }

    /** A value in a unit of the vocabulary; a unit that we do not know is shown by its word. */
    static String value(double value, String unit) {
        return switch (unit) {
            case "celsius" -> number(value) + " °C";
            case "rpm" -> number(value) + " rpm";
            case "volt" -> number(value) + " V";
            case "ampere" -> number(value) + " A";
            case "watt" -> number(value) + " W";
            case "hertz" -> scaled(value, "Hz");
            case "percent" -> number(value) + " %";
            case "ratio" -> number(value);
            case "count" -> number(value);
            case "per_second" -> number(value) + "/s";
            case "per_hour" -> number(value) + "/h";
            case "bits_per_second" -> scaled(value, "bit/s");
            case "bytes" -> scaled(value, "B");
            case "bytes_per_second" -> scaled(value, "B/s");
            case "seconds" -> value < MINUTE ? number(value) + " s" : duration((long) value);
            case "hours" ->
                    value < 48 ? number(value) + " h" : number(Math.floor(value / 24)) + " d";
            default -> number(value) + " " + unit;
        };
    }

    /** A duration in its largest unit, as an age is told: {@code 3 min}. */
    static String duration(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        if (seconds < 2 * HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
    }

    private static String scaled(double value, String unit) {
        double rest = value;
        int step = 0;
        while (Math.abs(rest) >= 1000 && step < STEPS.length - 1) {
            rest /= 1000;
            step++;
        }
        return number(rest) + " " + STEPS[step] + unit;
    }

    /** At most three digits that matter, and no zeros at the end. */
    private static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
