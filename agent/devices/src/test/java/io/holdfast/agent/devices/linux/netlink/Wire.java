package io.holdfast.agent.devices.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes the bytes that a kernel would send. */
final class Wire {

    static final int UP = 0x1;
    static final int LOWER_UP = 0x10000;

    private Wire() {}

    static ByteBuffer empty() {
        return ByteBuffer.allocate(64 * 1024).order(ByteOrder.nativeOrder());
    }

    /** One datagram of these messages. */
    static ByteBuffer datagram(byte[]... messages) {
        ByteBuffer out = empty();
        for (byte[] message : messages) {
            out.put(message);
        }
        return out.flip();
    }

    static byte[] message(int type, int flags, byte[]... parts) {
        int body = 0;
        for (byte[] part : parts) {
            body += part.length;
        }
        ByteBuffer out = empty();
        out.putInt(RouteDecoder.HEADER + body);
        out.putShort((short) type).putShort((short) flags).putInt(1).putInt(0);
        for (byte[] part : parts) {
            out.put(part);
        }
        return cut(out);
    }

    /** A link that is there, with whatever attributes. */
    static byte[] link(int index, String name, int flags, byte[]... attributes) {
        return link(RouteDecoder.RTM_NEWLINK, 0, index, name, flags, attributes);
    }

    static byte[] linkGone(int index, String name) {
        return link(RouteDecoder.RTM_DELLINK, 0, index, name, 0);
    }

    static byte[] link(
            int type, int family, int index, String name, int flags, byte[]... attributes) {
        byte[][] parts = new byte[attributes.length + 2][];
        ByteBuffer fixed = empty();
        fixed.put((byte) family).put((byte) 0).putShort((short) 1);
        fixed.putInt(index).putInt(flags).putInt(0);
        parts[0] = cut(fixed);
        parts[1] = attribute(3, (name + "\0").getBytes(StandardCharsets.UTF_8));
        System.arraycopy(attributes, 0, parts, 2, attributes.length);
        return message(type, 0, parts);
    }

    static byte[] done(boolean interrupted) {
        return message(
                RouteDecoder.NLMSG_DONE, interrupted ? RouteDecoder.NLM_F_DUMP_INTR : 0, u32(0));
    }

    static byte[] error(int errno) {
        return message(RouteDecoder.NLMSG_ERROR, 0, u32(-errno), new byte[16]);
    }

    static byte[] attribute(int type, byte[]... values) {
        ByteBuffer value = empty();
        for (byte[] part : values) {
            value.put(part);
        }
        byte[] bytes = cut(value);
        ByteBuffer out = empty();
        out.putShort((short) (4 + bytes.length)).putShort((short) type).put(bytes);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return cut(out);
    }

    static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] u8(int value) {
        return new byte[] {(byte) value};
    }

    static byte[] u16(int value) {
        return cut(empty().putShort((short) value));
    }

    static byte[] u32(int value) {
        return cut(empty().putInt(value));
    }

    private static byte[] cut(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }
}
