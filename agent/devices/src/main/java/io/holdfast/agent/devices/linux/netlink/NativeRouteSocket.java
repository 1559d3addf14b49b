package io.holdfast.agent.devices.linux.netlink;

import io.holdfast.agent.devices.libc.Libc;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A netlink socket of the running kernel, by its C library.
 *
 * <p>It waits in poll(2) for the socket and for an eventfd by which it is stopped.
 */
final class NativeRouteSocket implements RouteSocket {

    /** The kernel fills at most 32 KiB of a dump; one link with many functions may be longer. */
    static final int DATAGRAM_BYTES = 128 * 1024;

    /** Room for a few thousand events; the kernel grants less without CAP_NET_ADMIN. */
    private static final int RECEIVE_BYTES = 4 * 1024 * 1024;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_ROUTE = 0;
    private static final int RTMGRP_LINK = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int EFD_CLOEXEC_NONBLOCK = 0x80000 | 0x800;
    private static final int POLLIN = 1;

    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int ENOBUFS = 105;

    private static final int SOCKADDR_NL = 12;
    private static final int SENDER_PORT = 4;
    private static final int POLLFD = 8;
    private static final int REVENTS = 6;

    private final Libc libc;
    private final int socket;
    private final int stopper;
    private final MemorySegment datagram;
    private final ByteBuffer bytes;
    private final MemorySegment request;
    private final MemorySegment sender;
    private final MemorySegment senderLength;
    private final MemorySegment descriptors;
    private final Object gate = new Object();
    private boolean closed;

    private NativeRouteSocket(Arena arena, Libc libc, int socket, int stopper) {
        this.libc = libc;
        this.socket = socket;
        this.stopper = stopper;
        datagram = arena.allocate(DATAGRAM_BYTES, Long.BYTES);
        bytes = datagram.asByteBuffer().order(ByteOrder.nativeOrder());
        sender = arena.allocate(SOCKADDR_NL, Integer.BYTES);
        senderLength = arena.allocate(ValueLayout.JAVA_INT);
        descriptors = arena.allocate(2L * POLLFD, Integer.BYTES);
        ByteBuffer links = DumpRequest.ofLinks();
        request = arena.allocate(links.remaining(), Integer.BYTES);
        request.copyFrom(MemorySegment.ofBuffer(links));
        watch(0, socket);
        watch(POLLFD, stopper);
    }

    /**
     * Opens a socket that hears of links in the network namespace of the calling thread.
     *
     * @throws IOException if the kernel refuses, as where seccomp or systemd's
     *     RestrictAddressFamilies forbid AF_NETLINK
     */
    static NativeRouteSocket open() throws IOException {
        Arena arena = Arena.ofAuto();
        Libc libc = new Libc(arena);
        int socket = libc.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_ROUTE);
        if (socket < 0) {
            throw new IOException("socket(AF_NETLINK) failed with error " + -socket);
        }
        MemorySegment room = arena.allocate(ValueLayout.JAVA_INT);
        room.set(ValueLayout.JAVA_INT, 0, RECEIVE_BYTES);
        if (libc.setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, room) < 0) {
            // Not permitted to pass the system's limit: take what it grants. A socket that keeps
            // its default overruns sooner, which is seen and mended.
            libc.setsockopt(socket, SOL_SOCKET, SO_RCVBUF, room);
        }
        MemorySegment address = arena.allocate(SOCKADDR_NL, Integer.BYTES);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
        address.set(ValueLayout.JAVA_INT, 8, RTMGRP_LINK);
        int bound = libc.bind(socket, address);
        int stopper = bound < 0 ? bound : libc.eventfd(0, EFD_CLOEXEC_NONBLOCK);
        if (stopper < 0) {
            libc.close(socket);
            throw new IOException("binding a netlink socket failed with error " + -stopper);
        }
        return new NativeRouteSocket(arena, libc, socket, stopper);
    }

    private void watch(long at, int fd) {
        descriptors.set(ValueLayout.JAVA_INT, at, fd);
        descriptors.set(ValueLayout.JAVA_SHORT, at + Integer.BYTES, (short) POLLIN);
    }

    @Override
    public Receipt receive() {
        while (true) {
            int ready = libc.poll(descriptors, 2, -1);
            if (ready < 0 && ready != -EINTR) {
                return new Receipt.Broken("poll of the netlink socket failed with error " + -ready);
            }
            if (ready > 0 && descriptors.get(ValueLayout.JAVA_SHORT, POLLFD + REVENTS) != 0) {
                return new Receipt.Stopped();
            }
            if (ready > 0) {
                senderLength.set(ValueLayout.JAVA_INT, 0, SOCKADDR_NL);
                int flags = MSG_TRUNC | MSG_DONTWAIT;
                int length = libc.recvfrom(socket, datagram, flags, sender, senderLength);
                if (length >= 0 && sender.get(ValueLayout.JAVA_INT, SENDER_PORT) != 0) {
                    continue; // Sent by another process, not by the kernel.
                }
                if (length != -EINTR && length != -EAGAIN) {
                    return receipt(length);
                }
            }
        }
    }

    private Receipt receipt(int length) {
        if (length == -ENOBUFS) {
            return new Receipt.Overrun();
        }
        if (length > DATAGRAM_BYTES) {
            return new Receipt.TooLong();
        }
        if (length < 0) {
            return new Receipt.Broken("reading the netlink socket failed with error " + -length);
        }
        return new Receipt.Datagram(bytes.clear().limit(length));
    }

    @Override
    public int requestDump() {
        int sent = libc.send(socket, request);
        return sent < 0 ? -sent : 0;
    }

    @Override
    public void stop() {
        synchronized (gate) {
            if (closed) {
                return;
            }
            try (Arena own = Arena.ofConfined()) {
                MemorySegment one = own.allocate(ValueLayout.JAVA_LONG);
                one.set(ValueLayout.JAVA_LONG, 0, 1);
                int written = new Libc(own).write(stopper, one);
                if (written < 0) {
                    throw new IllegalStateException(
                            "waking the watch of links failed with error " + -written);
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
            // Nothing can be done about a close that fails, and the numbers are free either way.
            libc.close(socket);
            libc.close(stopper);
        }
    }
}
