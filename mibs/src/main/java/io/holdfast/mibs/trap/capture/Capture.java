package io.holdfast.mibs.trap.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a capture file has, in the formats pcap and pcapng.
 *
 * @param datagrams its UDP datagrams, in order
 * @param others how many packets are something else
 * @param torn whether the file ends within a packet or has one that is no packet
 */
public record Capture(List<Datagram> datagrams, int others, boolean torn) {

    /** The most packets of one file. */
    public static final int MOST_PACKETS = 1_000_000;

    private static final int PCAPNG = 0x0a0d0d0a;
    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    public Capture {
        datagrams = List.copyOf(datagrams);
    }

    /** Whether bytes begin as a capture does. */
    public static boolean isOne(byte[] bytes) {
        return bytes.length >= 24 && (pcapOrder(bytes).isPresent() || first(bytes) == PCAPNG);
    }

    private static int first(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** Little or big by the magic number; of microseconds or of nanoseconds. */
    private static Optional<ByteOrder> pcapOrder(byte[] bytes) {
        return switch (first(bytes)) {
            case 0xa1b2c3d4, 0xa1b23c4d -> Optional.of(ByteOrder.BIG_ENDIAN);
            case 0xd4c3b2a1, 0x4d3cb2a1 -> Optional.of(ByteOrder.LITTLE_ENDIAN);
            default -> Optional.empty();
        };
    }

    /** Reads a file; what is no capture has nothing in it and is torn. */
    public static Capture read(byte[] bytes) {
        Gathering gathering = new Gathering();
        if (!isOne(bytes)) {
            return new Capture(List.of(), 0, true);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean torn = false;
        try {
            Optional<ByteOrder> order = pcapOrder(bytes);
            if (order.isPresent()) {
                gathering.pcap(in.order(order.get()));
            } else {
                gathering.pcapng(in);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            torn = true;
        }
        return new Capture(gathering.datagrams, gathering.others, torn);
    }

    /** Gathers the packets of one file. */
    private static final class Gathering {

        private final List<Datagram> datagrams = new ArrayList<>();
        private final Map<Integer, Integer> links = new HashMap<>();
        private int others;

        private void pcap(ByteBuffer in) {
            int link = in.getInt(20) & 0xffff;
            in.position(24);
            while (in.hasRemaining() && !full()) {
                in.getInt();
                in.getInt();
                int kept = in.getInt();
                in.getInt();
                packet(link, slice(in, kept));
            }
        }

        private boolean full() {
            return datagrams.size() + others >= MOST_PACKETS;
        }

        private static ByteBuffer slice(ByteBuffer in, int length) {
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            ByteBuffer slice = in.slice(in.position(), length);
            in.position(in.position() + length);
            return slice;
        }

        private void pcapng(ByteBuffer in) {
            while (in.hasRemaining() && !full()) {
                int start = in.position();
                int type = in.getInt();
                if (type == PCAPNG) {
                    ByteOrder order =
                            in.order(ByteOrder.BIG_ENDIAN).getInt(start + 8) == BYTE_ORDER
                                    ? ByteOrder.BIG_ENDIAN
                                    : ByteOrder.LITTLE_ENDIAN;
                    in.order(order);
                    links.clear();
                }
                int length = in.getInt(start + 4);
                if (length < 12 || length > in.limit() - start) {
                    throw new BufferUnderflowException();
                }
                in.position(start + 8);
                ByteBuffer body = slice(in, length - 12).order(in.order());
                block(type, body);
                in.position(start + length);
            }
        }

        private void block(int type, ByteBuffer body) {
            switch (type) {
                case INTERFACE -> links.put(links.size(), body.getShort(0) & 0xffff);
                case SIMPLE_PACKET -> {
                    body.position(4);
                    packet(links.getOrDefault(0, 1), body.slice());
                }
                case ENHANCED_PACKET -> {
                    int kept = body.getInt(12);
                    body.position(20);
                    packet(links.getOrDefault(body.getInt(0), 1), slice(body, kept));
                }
                default -> {}
            }
        }

        private void packet(int link, ByteBuffer packet) {
            Packet.datagram(link, packet).ifPresentOrElse(datagrams::add, () -> others++);
        }
    }
}
