package io.holdfast.agent.devices.ipmi.message;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A run of bytes that nobody changes, read as IPMI writes numbers: least significant byte first.
 */
public final class Octets {

    /** No bytes at all. */
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? NONE : new Octets(bytes.clone());
    }

    /** The low bytes of these numbers. */
    public static Octets of(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Octets(bytes);
    }

    /** The bytes that this text writes in hexadecimal. */
    public static Octets ofHex(String text) {
        return new Octets(HexFormat.of().parseHex(text));
    }

    public int length() {
        return bytes.length;
    }

    /** Whether at least this many bytes are there. */
    public boolean has(int count) {
        return bytes.length >= count;
    }

    /** The byte at this place, 0 to 255. */
    public int u8(int at) {
        return bytes[at] & 0xff;
    }

    /** Two bytes as a number, 0 to 65535. */
    public int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    /** Three bytes as a number. */
    public int u24(int at) {
        return u16(at) | u8(at + 2) << 16;
    }

    /** Four bytes as a number, 0 to 4294967295. */
    public long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** The bytes from one place to before another. */
    public Octets slice(int from, int to) {
        return of(Arrays.copyOfRange(bytes, from, to));
    }

    /** The bytes from this place on. */
    public Octets from(int at) {
        return slice(at, bytes.length);
    }

    /** These bytes and then those. */
    public Octets then(Octets more) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, both, bytes.length, more.bytes.length);
        return new Octets(both);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A byte as two hexadecimal digits. */
    public static String hex(int value) {
        return HexFormat.of().toHexDigits((byte) value);
    }

    /** These bytes in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
