package io.holdfast.agent.devices.ipmi.device;

import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.libc.Libc;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/**
 * The device file of the running kernel: ioctl to send and to fetch, poll to wait (kernel:
 * include/uapi/linux/ipmi.h, of 64-bit machines).
 */
final class NativeDriver implements Driver {

    /** _IOWR('i', 11, struct ipmi_recv). */
    private static final long RECEIVE_MSG_TRUNC = 0xc030690bL;

    /** _IOR('i', 13, struct ipmi_req). */
    private static final long SEND_COMMAND = 0x8028690dL;

    private static final int O_RDWR_CLOEXEC = 2 | 0x80000;
    private static final int POLLIN = 1;
    private static final int POLLFD = 8;
    private static final int REVENTS = 6;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int EINTR = 4;
    private static final int ENXIO = 6;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    private static final int EMSGSIZE = 90;

    /** struct ipmi_system_interface_addr: addr_type int, channel short, lun char. */
    private static final int ADDRESS = 8;

    /** Room for the address of any sender, struct ipmi_addr. */
    private static final int ANY_ADDRESS = 64;

    private static final int SYSTEM_INTERFACE = 0x0c;
    private static final short BMC_CHANNEL = 0xf;

    /** IPMI_MAX_MSG_LENGTH is 272. */
    private static final int MOST_DATA = 512;

    private static final int RESPONSE = 1;

    private final Libc libc;
    private final int fd;
    private final MemorySegment address;
    private final MemorySegment sent;
    private final MemorySegment request;
    private final MemorySegment sender;
    private final MemorySegment came;
    private final MemorySegment message;
    private final MemorySegment waited;

    private NativeDriver(Arena arena, Libc libc, int fd) {
        this.libc = libc;
        this.fd = fd;
        address = arena.allocate(ADDRESS, Long.BYTES);
        sent = arena.allocate(MOST_DATA);
        request = arena.allocate(40, Long.BYTES);
        sender = arena.allocate(ANY_ADDRESS, Long.BYTES);
        came = arena.allocate(MOST_DATA);
        message = arena.allocate(48, Long.BYTES);
        waited = arena.allocate(POLLFD, Integer.BYTES);
        waited.set(ValueLayout.JAVA_INT, 0, fd);
        waited.set(ValueLayout.JAVA_SHORT, 4, (short) POLLIN);
    }

    static NativeDriver open(String path) throws IOException {
        Arena arena = Arena.ofAuto();
        Libc libc = new Libc(arena);
        int fd = libc.open(arena.allocateFrom(path), O_RDWR_CLOEXEC);
        if (fd < 0) {
            throw switch (-fd) {
                case ENOENT, ENXIO, ENODEV -> new NoSuchFileException(path);
                case EACCES, EPERM -> new AccessDeniedException(path);
                default -> new IOException("open of " + path + " failed with error " + -fd);
            };
        }
        return new NativeDriver(arena, libc, fd);
    }

    @Override
    public void send(long id, Request asked) throws IOException {
        address.set(ValueLayout.JAVA_INT, 0, SYSTEM_INTERFACE);
        address.set(ValueLayout.JAVA_SHORT, 4, BMC_CHANNEL);
        address.set(ValueLayout.JAVA_BYTE, 6, (byte) asked.lun());
        byte[] data = asked.data().bytes();
        MemorySegment.copy(data, 0, sent, ValueLayout.JAVA_BYTE, 0, data.length);
        request.set(ValueLayout.ADDRESS, 0, address);
        request.set(ValueLayout.JAVA_INT, 8, ADDRESS);
        request.set(ValueLayout.JAVA_LONG, 16, id);
        request.set(ValueLayout.JAVA_BYTE, 24, (byte) asked.netFn());
        request.set(ValueLayout.JAVA_BYTE, 25, (byte) asked.command());
        request.set(ValueLayout.JAVA_SHORT, 26, (short) data.length);
        request.set(ValueLayout.ADDRESS, 32, sent);
        int result = libc.ioctl(fd, SEND_COMMAND, request);
        if (result < 0) {
            throw new IOException("IPMICTL_SEND_COMMAND failed with error " + -result);
        }
    }

    @Override
    public Optional<Message> receive(Duration within) throws IOException {
        int millis = Math.clamp(within.toMillis(), 1, 60_000);
        waited.set(ValueLayout.JAVA_SHORT, REVENTS, (short) 0);
        int ready = libc.poll(waited, 1, millis);
        if (ready < 0 && ready != -EINTR) {
            throw new IOException("poll failed with error " + -ready);
        }
        return ready <= 0 ? Optional.empty() : fetch();
    }

    private Optional<Message> fetch() throws IOException {
        message.fill((byte) 0);
        message.set(ValueLayout.ADDRESS, 8, sender);
        message.set(ValueLayout.JAVA_INT, 16, ANY_ADDRESS);
        message.set(ValueLayout.ADDRESS, 40, came);
        message.set(ValueLayout.JAVA_SHORT, 34, (short) MOST_DATA);
        int result = libc.ioctl(fd, RECEIVE_MSG_TRUNC, message);
        if (result == -EAGAIN || result == -EINTR) {
            return Optional.empty();
        }
        if (result < 0 && result != -EMSGSIZE) {
            throw new IOException("IPMICTL_RECEIVE_MSG_TRUNC failed with error " + -result);
        }
        int length = Math.min(MOST_DATA, message.get(ValueLayout.JAVA_SHORT, 34) & 0xffff);
        byte[] data = new byte[length];
        MemorySegment.copy(came, ValueLayout.JAVA_BYTE, 0, data, 0, length);
        return Optional.of(
                new Message(
                        message.get(ValueLayout.JAVA_INT, 0) == RESPONSE,
                        message.get(ValueLayout.JAVA_LONG, 24),
                        Octets.of(data)));
    }

    @Override
    public void close() {
        // Nothing can be done about a close that fails, and the number is free either way.
        libc.close(fd);
    }
}
