package io.holdfast.agent.devices.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The attributes of a message, type to value: {@code struct rtattr} one after another, each padded
 * to 4 bytes.
 */
final class Attributes {

    private static final int HEADER = 4;

    /** The two high bits of a type are flags (NLA_F_NESTED, NLA_F_NET_BYTEORDER). */
    private static final int TYPE_MASK = 0x3fff;

    private final Map<Integer, ByteBuffer> values = new HashMap<>();

    private Attributes() {}

    /** The attributes in what is left of a buffer, or empty where a length lies. */
    static Optional<Attributes> parse(ByteBuffer bytes) {
        Attributes attributes = new Attributes();
        while (bytes.remaining() >= HEADER) {
            int start = bytes.position();
            int length = Short.toUnsignedInt(bytes.getShort());
            int type = Short.toUnsignedInt(bytes.getShort()) & TYPE_MASK;
            if (length < HEADER || length > bytes.limit() - start) {
                return Optional.empty();
            }
            ByteBuffer value = bytes.slice(start + HEADER, length - HEADER).order(bytes.order());
            attributes.values.put(type, value);
            bytes.position(Math.min(start + RouteDecoder.align(length), bytes.limit()));
        }
        return Optional.of(attributes);
    }

    boolean has(int type) {
        return values.containsKey(type);
    }

    /** A nested set; one that is missing or malformed is empty. */
    Attributes nested(int type) {
        ByteBuffer value = values.get(type);
        return value == null
                ? new Attributes()
                : parse(value.duplicate().order(value.order())).orElseGet(Attributes::new);
    }

    /** An unsigned number of 1, 2 or 4 bytes; one beyond 2^31 comes out negative. */
    OptionalInt number(int type) {
        ByteBuffer value = values.get(type);
        if (value == null) {
            return OptionalInt.empty();
        }
        return switch (value.limit()) {
            case Byte.BYTES -> OptionalInt.of(Byte.toUnsignedInt(value.get(0)));
            case Short.BYTES -> OptionalInt.of(Short.toUnsignedInt(value.getShort(0)));
            case Integer.BYTES -> OptionalInt.of(value.getInt(0));
            default -> OptionalInt.empty();
        };
    }

    /** A text up to its terminating zero; empty where it is missing. */
    String text(int type) {
        ByteBuffer value = values.get(type);
        if (value == null) {
            return "";
        }
        int length = 0;
        while (length < value.limit() && value.get(length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        value.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
