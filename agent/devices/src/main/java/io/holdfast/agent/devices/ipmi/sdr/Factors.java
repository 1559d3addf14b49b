package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.util.OptionalDouble;

/**
 * How a raw reading becomes a number: y = L[(M x + B 10^K1) 10^K2] (IPMI 2.0, 36.3).
 *
 * @param m signed, 10 bits
 * @param b signed, 10 bits
 * @param bExponent K1, signed, 4 bits
 * @param rExponent K2, signed, 4 bits
 */
public record Factors(int m, int b, int bExponent, int rExponent) {

    /** The factors in the six bytes that begin with M. */
    public static Factors of(Octets in, int at) {
        return new Factors(
                signed(in.u8(at) | (in.u8(at + 1) & 0xc0) << 2, 10),
                signed(in.u8(at + 2) | (in.u8(at + 3) & 0xc0) << 2, 10),
                signed(in.u8(at + 5) & 0xf, 4),
                signed(in.u8(at + 5) >> 4, 4));
    }

    /** The number that this raw value stands for; empty where the function has none there. */
    public OptionalDouble convert(int x, Linearization bent) {
        double line = (m * (double) x + b * Math.pow(10, bExponent)) * Math.pow(10, rExponent);
        double value = bent.apply(line);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static int signed(int value, int bits) {
        int shift = 32 - bits;
        return value << shift >> shift;
    }
}
