package io.holdfast.mibs.object;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an SNMP agent says for one instance (RFC 2578, section 7.1; RFC 3416 for what is missing).
 */
public sealed interface Value {

    /** INTEGER, Integer32. */
    record Whole(int value) implements Value {}

    /** Counter32, Gauge32, Unsigned32, TimeTicks: 0 to 2^32-1. */
    record Unsigned(long value) implements Value {}

    /**
     * Counter64.
     *
     * @param value as an unsigned 64-bit number
     */
    record Counter64(long value) implements Value {}

    /** OCTET STRING, BITS and Opaque. */
    final class Octets implements Value {

        private final byte[] bytes;

        public Octets(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /**
         * Whether BITS has this bit set; bit 0 is the highest of the first byte (RFC 2578, 7.1.4).
         */
        public boolean bit(int number) {
            int at = number / 8;
            return number >= 0 && at < bytes.length && (bytes[at] & 0x80 >> number % 8) != 0;
        }

        /**
         * As text if it is printable UTF-8 but for a trailing NUL, else its bytes in hexadecimal.
         */
        public String text() {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            try {
                String text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes, 0, end))
                                .toString();
                if (text.chars()
                        .allMatch(c -> (c >= ' ' && c != 0x7f) || Character.isWhitespace(c))) {
                    return text.strip();
                }
            } catch (CharacterCodingException e) {
                return hex();
            }
            return hex();
        }

        private String hex() {
            return HexFormat.ofDelimiter(":").formatHex(bytes);
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
            return text();
        }
    }

    /** OBJECT IDENTIFIER. */
    record Name(Oid value) implements Value {}

    /**
     * IpAddress.
     *
     * @param value the four bytes as one number, the first byte highest
     */
    record Address(int value) implements Value {}

    /** Why there is no value: the closed set of RFC 3416, section 3. */
    enum Missing implements Value {
        NO_SUCH_OBJECT,
        NO_SUCH_INSTANCE,
        END_OF_MIB_VIEW,
        NULL
    }

    /** The value as a number: integers as they are, counters unsigned (capped at 2^63-1). */
    default OptionalLong number() {
        return switch (this) {
            case Whole(int value) -> OptionalLong.of(value);
            case Unsigned(long value) -> OptionalLong.of(value);
            case Counter64(long value) -> OptionalLong.of(value < 0 ? Long.MAX_VALUE : value);
            case Octets octets -> OptionalLong.empty();
            case Name name -> OptionalLong.empty();
            case Address address -> OptionalLong.empty();
            case Missing missing -> OptionalLong.empty();
        };
    }

    /** The value as a person reads it. */
    default String shown() {
        return switch (this) {
            case Whole(int value) -> Integer.toString(value);
            case Unsigned(long value) -> Long.toString(value);
            case Counter64(long value) -> Long.toUnsignedString(value);
            case Octets octets -> octets.text();
            case Name(Oid value) -> value.toString();
            case Address(int value) -> dotted(value);
            case Missing missing -> missing.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String dotted(int address) {
        try {
            return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(address).array())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
