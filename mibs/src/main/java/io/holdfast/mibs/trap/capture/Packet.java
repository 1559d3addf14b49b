package io.holdfast.mibs.trap.capture;

import io.holdfast.mibs.object.Value;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Finds the UDP datagram in a packet by its layers. */
final class Packet {

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int VLAN = 0x8100;
    private static final int VLAN_OUTER = 0x88a8;
    private static final int UDP = 17;

    private Packet() {}

    /** Empty where it is none, or is cut short before its end. */
    static Optional<Datagram> datagram(int link, ByteBuffer packet) {
        packet.order(ByteOrder.BIG_ENDIAN);
        try {
            return switch (link) {
                case 1 -> ethernet(packet);
                case 0, 108 -> network(packet.slice(4, packet.limit() - 4));
                case 12, 14, 101, 228, 229 -> network(packet);
                case 113 -> network(packet.slice(16, packet.limit() - 16));
                case 276 -> network(packet.slice(20, packet.limit() - 20));
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Datagram> ethernet(ByteBuffer packet) {
        int at = 12;
        int type = packet.getShort(at) & 0xffff;
        while (type == VLAN || type == VLAN_OUTER) {
            at += 4;
            type = packet.getShort(at) & 0xffff;
        }
        int from = at + 2;
        return type == IPV4 || type == IPV6
                ? network(packet.slice(from, packet.limit() - from))
                : Optional.empty();
    }

    private static Optional<Datagram> network(ByteBuffer packet) {
        return switch (packet.get(0) >> 4 & 0x0f) {
            case 4 -> v4(packet);
            case 6 -> v6(packet);
            default -> Optional.empty();
        };
    }

    private static Optional<Datagram> v4(ByteBuffer packet) {
        int header = (packet.get(0) & 0x0f) * 4;
        boolean whole = (packet.getShort(6) & 0x3fff) == 0;
        if (packet.get(9) != UDP || !whole) {
            return Optional.empty();
        }
        return udp(packet, header, address(packet, 12, 4), address(packet, 16, 4));
    }

    private static Optional<Datagram> v6(ByteBuffer packet) {
        if (packet.get(6) != UDP) {
            return Optional.empty();
        }
        return udp(packet, 40, address(packet, 8, 16), address(packet, 24, 16));
    }

    private static Optional<Datagram> udp(ByteBuffer packet, int at, String source, String sink) {
        int from = packet.getShort(at) & 0xffff;
        int to = packet.getShort(at + 2) & 0xffff;
        int length = (packet.getShort(at + 4) & 0xffff) - 8;
        byte[] payload = new byte[Math.max(0, length)];
        packet.get(at + 8, payload);
        return Optional.of(
                new Datagram(source + ":" + from, sink + ":" + to, new Value.Octets(payload)));
    }

    private static String address(ByteBuffer packet, int at, int length) {
        byte[] bytes = new byte[length];
        packet.get(at, bytes);
        try {
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            return length == 4 ? text : "[" + text + "]";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + length + " bytes", e);
        }
    }
}
