package io.holdfast.mibs.trap.message;

import io.holdfast.mibs.object.Oid;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads the subset of BER that SNMP uses (RFC 3417, section 8) from a part of an array. Not for
 * several threads.
 *
 * <p>What is wrong ends the reading with {@link Bad}, which never leaves this package.
 */
final class Ber {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int NAME = 0x06;
    static final int SEQUENCE = 0x30;

    /** The bytes are not as they should be. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bad(String reason) {
            super(reason, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int end;
    private int at;

    Ber(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    boolean more() {
        return at < end;
    }

    int position() {
        return at;
    }

    int end() {
        return end;
    }

    /** The tag that comes next. */
    int peek() {
        if (at >= end) {
            throw new Bad("ends too early");
        }
        return bytes[at] & 0xff;
    }

    /** The content of what comes next, which must have this tag. */
    Ber open(int tag) {
        int found = peek();
        if (found != tag) {
            throw new Bad(
                    String.format(Locale.ROOT, "expected tag 0x%02x, found 0x%02x", tag, found));
        }
        at++;
        int length = length();
        Ber content = new Ber(bytes, at, at + length);
        at += length;
        return content;
    }

    private int length() {
        int first = peek();
        at++;
        if (first < 0x80) {
            return within(first);
        }
        int count = first & 0x7f;
        if (count == 0 || count > 4) {
            throw new Bad("a length of " + count + " bytes");
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | peek();
            at++;
        }
        return within(length);
    }

    private int within(long length) {
        if (length > end - at) {
            throw new Bad("a length beyond the end");
        }
        return (int) length;
    }

    /** A number of at most 64 bits with its sign. */
    long number(int tag) {
        Ber content = open(tag);
        int length = content.end - content.at;
        // An unsigned 64-bit number takes nine bytes where its highest bit is set.
        if (length == 0 || length > 9 || (length == 9 && bytes[content.at] != 0)) {
            throw new Bad("a number of " + length + " bytes");
        }
        long number = bytes[content.at];
        for (int i = content.at + 1; i < content.end; i++) {
            number = number << 8 | (bytes[i] & 0xff);
        }
        return number;
    }

    int whole(int tag) {
        return (int) number(tag);
    }

    byte[] octets(int tag) {
        Ber content = open(tag);
        return Arrays.copyOfRange(bytes, content.at, content.end);
    }

    Oid name(int tag) {
        Ber content = open(tag);
        if (!content.more()) {
            return Oid.of(0, 0);
        }
        int[] arcs = new int[Math.min(Oid.MOST_ARCS, content.end - content.at + 1)];
        int count = 0;
        while (content.more()) {
            long arc = content.arc();
            if (count == 0) {
                int root = arc >= 80 ? 2 : (int) (arc / 40);
                arcs[count++] = root;
                arc -= 40L * root;
            }
            if (count == arcs.length) {
                throw new Bad("more than " + Oid.MOST_ARCS + " arcs");
            }
            arcs[count++] = (int) arc;
        }
        return Oid.of(Arrays.copyOf(arcs, count));
    }

    private long arc() {
        long arc = 0;
        while (true) {
            int next = peek();
            at++;
            arc = arc << 7 | (next & 0x7f);
            if (arc > 0xffff_ffffL) {
                throw new Bad("an arc of more than 32 bits");
            }
            if ((next & 0x80) == 0) {
                return arc;
            }
        }
    }
}
