package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Names as records and FRU areas write them (IPMI 2.0, 43.15; FRU definition, chapter 13). */
public final class Texts {

    private static final String BCD_PLUS = "0123456789 -.:,_";
    private static final int UNICODE = 0;
    private static final int BCD = 1;
    private static final int PACKED = 2;

    private Texts() {}

    /** The length in bytes that a type and length byte says. */
    public static int length(int typeLength) {
        return typeLength & 0x1f;
    }

    /**
     * The text of a sensor's or device's name.
     *
     * @param typeLength its type and length byte
     * @param bytes as many as there are; fewer than said are taken as they are
     */
    public static String name(int typeLength, Octets bytes) {
        Octets used = bytes.slice(0, Math.min(length(typeLength), bytes.length()));
        return switch (typeLength >> 6) {
            case UNICODE -> clean(new String(used.bytes(), unicode(used)));
            case BCD -> clean(bcd(used));
            case PACKED -> clean(packed(used));
            default -> clean(new String(used.bytes(), StandardCharsets.ISO_8859_1));
        };
    }

    /** The text of a field of a FRU area, where type 0 is binary and lengths have six bits. */
    public static String field(int typeLength, Octets bytes) {
        return switch (typeLength >> 6) {
            case UNICODE -> bytes.hex();
            case BCD -> clean(bcd(bytes));
            case PACKED -> clean(packed(bytes));
            default -> clean(new String(bytes.bytes(), StandardCharsets.ISO_8859_1));
        };
    }

    /** UTF-16LE where it can be that; some BMCs leave the type at 0 and write ASCII. */
    private static Charset unicode(Octets bytes) {
        boolean wide = bytes.length() > 0 && bytes.length() % 2 == 0;
        for (int i = 1; wide && i < bytes.length(); i += 2) {
            wide = bytes.u8(i) < 0x20;
        }
        return wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    private static String bcd(Octets bytes) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            out.append(BCD_PLUS.charAt(bytes.u8(i) >> 4));
            out.append(BCD_PLUS.charAt(bytes.u8(i) & 0xf));
        }
        return out.toString();
    }

    /** Four characters in three bytes, the first in the lowest bits. */
    private static String packed(Octets bytes) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < bytes.length(); i++) {
            held |= bytes.u8(i) << bits;
            bits += 8;
            while (bits >= 6) {
                out.append((char) (0x20 + (held & 0x3f)));
                held >>= 6;
                bits -= 6;
            }
        }
        return out.toString();
    }

    /** Without what no report can print, and without spaces at the ends. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(c -> out.append((char) c));
        return out.toString().strip();
    }
}
