package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.core.observation.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What a sensor's number counts (IPMI 2.0, tables 43-1 and 43-15).
 *
 * @param percent whether it is a percentage
 * @param rate the modifier: 0 none, 1 per microsecond to 6 per day
 * @param base the base unit's number
 * @param modified how the modifier unit goes in: 0 not, 1 divided, 2 multiplied
 * @param modifier the modifier unit's number
 */
public record SensorUnit(boolean percent, int rate, int base, int modified, int modifier) {

    private static final int UNSPECIFIED = 0;
    private static final int CELSIUS = 1;
    private static final int FAHRENHEIT = 2;
    private static final int KELVIN = 3;
    private static final int VOLT = 4;
    private static final int AMPERE = 5;
    private static final int WATT = 6;
    private static final int RPM = 18;
    private static final int HERTZ = 19;
    private static final int SECOND = 22;
    private static final int HOUR = 24;

    /** The words of table 43-15 by number, as FreeIPMI and ipmitool abbreviate the common ones. */
    private static final List<String> WORDS =
            List.of(
                    "",
                    "C",
                    "F",
                    "K",
                    "V",
                    "A",
                    "W",
                    "J",
                    "Coulombs",
                    "VA",
                    "Nits",
                    "Lumen",
                    "Lux",
                    "Candela",
                    "kPa",
                    "PSI",
                    "N",
                    "CFM",
                    "RPM",
                    "Hz",
                    "us",
                    "ms",
                    "s",
                    "min",
                    "h",
                    "d",
                    "week",
                    "mil",
                    "in",
                    "ft",
                    "cu in",
                    "cu ft",
                    "mm",
                    "cm",
                    "m",
                    "cu cm",
                    "cu m",
                    "l",
                    "fl oz",
                    "rad",
                    "sr",
                    "rev",
                    "cycles",
                    "gravities",
                    "oz",
                    "lb",
                    "ft-lb",
                    "oz-in",
                    "G",
                    "Gb",
                    "H",
                    "mH",
                    "F",
                    "uF",
                    "Ohm",
                    "S",
                    "mol",
                    "Bq",
                    "ppm",
                    "reserved",
                    "dB",
                    "dBA",
                    "dBC",
                    "Gy",
                    "Sv",
                    "color temp K",
                    "bit",
                    "kbit",
                    "Mbit",
                    "Gbit",
                    "B",
                    "kB",
                    "MB",
                    "GB",
                    "word",
                    "dword",
                    "qword",
                    "line",
                    "hit",
                    "miss",
                    "retry",
                    "reset",
                    "overrun",
                    "underrun",
                    "collision",
                    "packets",
                    "messages",
                    "characters",
                    "errors",
                    "corrected errors",
                    "uncorrectable errors",
                    "fatal errors",
                    "grams");

    private static final List<String> RATES =
            List.of("", "/us", "/ms", "/s", "/min", "/h", "/d", "");

    /** The unit in the three bytes that begin with units 1. */
    static SensorUnit of(int units1, int base, int modifier) {
        return new SensorUnit((units1 & 1) != 0, units1 >> 3 & 7, base, units1 >> 1 & 3, modifier);
    }

    /** The unit in our own words, where we have one for it. */
    public Optional<Unit> unit() {
        if (percent) {
            return Optional.of(Unit.PERCENT);
        }
        if (rate != 0 || modified != 0) {
            return Optional.empty();
        }
        return switch (base) {
            case CELSIUS, FAHRENHEIT, KELVIN -> Optional.of(Unit.CELSIUS);
            case VOLT -> Optional.of(Unit.VOLT);
            case AMPERE -> Optional.of(Unit.AMPERE);
            case WATT -> Optional.of(Unit.WATT);
            case RPM -> Optional.of(Unit.RPM);
            case HERTZ -> Optional.of(Unit.HERTZ);
            case SECOND -> Optional.of(Unit.SECONDS);
            case HOUR -> Optional.of(Unit.HOURS);
            case UNSPECIFIED -> Optional.of(Unit.COUNT);
            default -> Optional.empty();
        };
    }

    /** A number of this unit in {@link #unit}: Fahrenheit and Kelvin become Celsius. */
    public double ours(double value) {
        if (percent) {
            return value;
        }
        return switch (base) {
            case FAHRENHEIT -> (value - 32) / 1.8;
            case KELVIN -> value - 273.15;
            default -> value;
        };
    }

    /** The unit as it is written after a number. */
    public String symbol() {
        if (percent) {
            return "%";
        }
        String first = word(base);
        String both =
                switch (modified) {
                    case 1 -> first + "/" + word(modifier);
                    case 2 -> first + "*" + word(modifier);
                    default -> first;
                };
        return both + RATES.get(rate);
    }

    private static String word(int number) {
        return number < WORDS.size() ? WORDS.get(number) : "unit " + number;
    }
}
