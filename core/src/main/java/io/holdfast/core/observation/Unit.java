package io.holdfast.core.observation;

import java.util.Locale;

/** The unit of a reading, with the symbol that reports print. */
public enum Unit {
    CELSIUS("°C"),
    RPM("rpm"),
    VOLT("V"),
    AMPERE("A"),
    WATT("W"),
    HERTZ("Hz"),
    PERCENT("%"),
    RATIO(""),
    COUNT(""),
    PER_SECOND("/s"),
    PER_HOUR("/h"),
    BITS_PER_SECOND("bit/s"),
    BYTES("B"),
    BYTES_PER_SECOND("B/s"),
    SECONDS("s"),
    HOURS("h");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol that follows the number in a report. */
    public String symbol() {
        return symbol;
    }

    /** The word for this unit in JSON and metrics, such as {@code per_second}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
