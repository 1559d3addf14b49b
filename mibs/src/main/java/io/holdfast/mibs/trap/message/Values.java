package io.holdfast.mibs.trap.message;

import io.holdfast.mibs.object.Value;
import java.util.Locale;

/** The values of bindings by their tags (RFC 2578, section 7.1; RFC 3416, section 3). */
final class Values {

    static final int ADDRESS = 0x40;
    static final int TIME_TICKS = 0x43;

    private Values() {}

    static Value read(Ber ber) {
        int tag = ber.peek();
        return switch (tag) {
            case Ber.INTEGER -> new Value.Whole(ber.whole(tag));
            // 0x44 is Opaque, 0x45 the NsapAddress of RFC 1442.
            case Ber.OCTETS, 0x44, 0x45 -> new Value.Octets(ber.octets(tag));
            case Ber.NAME -> new Value.Name(ber.name(tag));
            case ADDRESS -> address(ber);
            // 0x47 is the UInteger32 of RFC 1442.
            case 0x41, 0x42, TIME_TICKS, 0x47 -> new Value.Unsigned(ber.number(tag) & 0xffff_ffffL);
            case 0x46 -> new Value.Counter64(ber.number(tag));
            case Ber.NULL -> missing(ber, tag, Value.Missing.NULL);
            case 0x80 -> missing(ber, tag, Value.Missing.NO_SUCH_OBJECT);
            case 0x81 -> missing(ber, tag, Value.Missing.NO_SUCH_INSTANCE);
            case 0x82 -> missing(ber, tag, Value.Missing.END_OF_MIB_VIEW);
            default ->
                    throw new Ber.Bad(
                            String.format(Locale.ROOT, "no value has the tag 0x%02x", tag));
        };
    }

    private static Value missing(Ber ber, int tag, Value.Missing missing) {
        ber.open(tag);
        return missing;
    }

    /** Some senders put an IPv6 address where four bytes belong: kept as the bytes it is. */
    private static Value address(Ber ber) {
        byte[] bytes = ber.octets(ADDRESS);
        return bytes.length == 4 ? new Value.Address(address(bytes)) : new Value.Octets(bytes);
    }

    static int address(byte[] four) {
        return (four[0] & 0xff) << 24
                | (four[1] & 0xff) << 16
                | (four[2] & 0xff) << 8
                | (four[3] & 0xff);
    }
}
