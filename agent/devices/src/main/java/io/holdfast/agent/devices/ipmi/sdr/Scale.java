package io.holdfast.agent.devices.ipmi.sdr;

import java.util.OptionalDouble;

/**
 * How the readings of one sensor are to be read.
 *
 * @param format how the raw byte writes a number
 * @param bent the function over the line
 * @param factors the line; for a {@link Linearization#NON_LINEAR} sensor only as a fallback
 * @param unit what the number counts
 */
public record Scale(Format format, Linearization bent, Factors factors, SensorUnit unit) {

    /** How a raw byte writes a number (IPMI 2.0, table 43-1, byte 21). */
    public enum Format {
        UNSIGNED,
        ONES_COMPLEMENT,
        TWOS_COMPLEMENT,
        /** The sensor has no number. */
        NONE;

        private static final Format[] BY_NUMBER = values();

        static Format of(int units1) {
            return BY_NUMBER[units1 >> 6];
        }

        int read(int raw) {
            return switch (this) {
                case UNSIGNED, NONE -> raw;
                case ONES_COMPLEMENT -> raw < 0x80 ? raw : raw - 0xff;
                case TWOS_COMPLEMENT -> (byte) raw;
            };
        }
    }

    /** Whether readings are numbers. */
    public boolean analog() {
        return format != Format.NONE;
    }

    /** Whether the factors must be asked for each reading. */
    public boolean needsFactors() {
        return analog() && bent == Linearization.NON_LINEAR;
    }

    /** The number of this raw byte. */
    public OptionalDouble convert(int raw) {
        return convert(raw, factors);
    }

    /** The number of this raw byte with the factors that hold there. */
    public OptionalDouble convert(int raw, Factors there) {
        return analog() ? there.convert(format.read(raw), bent) : OptionalDouble.empty();
    }
}
