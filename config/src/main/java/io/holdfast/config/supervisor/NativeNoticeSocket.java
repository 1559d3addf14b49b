package io.holdfast.config.supervisor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A datagram socket of the Unix family, which Java lacks, by the C library.
 *
 * <p>Sends with {@code MSG_DONTWAIT}: a supervisor that does not read must not stop the service.
 */
final class NativeNoticeSocket implements NoticeSocket {

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;

    /** sun_path of unix(7). */
    private static final int LONGEST_ADDRESS = 108;

    private static final int FAMILY_BYTES = 2;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle SOCKET =
            call("socket", FunctionDescriptor.of(INT, INT, INT, INT));
    private static final MethodHandle SENDTO =
            call(
                    "sendto",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            INT,
                            POINTER,
                            ValueLayout.JAVA_LONG,
                            INT,
                            POINTER,
                            INT));

    private final int socket;
    private final byte[] address;

    private NativeNoticeSocket(int socket, byte[] address) {
        this.socket = socket;
        this.address = address;
    }

    /**
     * A socket that sends to an address, or empty where the address is none or the system refuses.
     *
     * @param address an absolute path, or a name of the abstract space after an {@code @}
     */
    static Optional<NoticeSocket> open(String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        boolean known = address.startsWith("/") || address.startsWith("@");
        if (!known || bytes.length >= LONGEST_ADDRESS) {
            return Optional.empty();
        }
        if (bytes[0] == '@') {
            bytes[0] = 0;
        }
        try {
            int socket = (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            return socket < 0
                    ? Optional.empty()
                    : Optional.of(new NativeNoticeSocket(socket, bytes));
        } catch (Throwable e) {
            throw new IllegalStateException("the call of socket is declared wrongly", e);
        }
    }

    @Override
    public void send(String notice) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(FAMILY_BYTES + LONGEST_ADDRESS, Short.BYTES);
            name.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            name.asSlice(FAMILY_BYTES, address.length).copyFrom(MemorySegment.ofArray(address));
            // A path ends at its zero byte; an abstract name at its length (unix(7)).
            int length = FAMILY_BYTES + address.length + (address[0] == 0 ? 0 : 1);
            byte[] bytes = notice.getBytes(StandardCharsets.UTF_8);
            MemorySegment text =
                    arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
            long ignored =
                    (long)
                            SENDTO.invokeExact(
                                    socket,
                                    text,
                                    (long) bytes.length,
                                    MSG_DONTWAIT_NOSIGNAL,
                                    name,
                                    length);
        } catch (Throwable e) {
            throw new IllegalStateException("the call of sendto is declared wrongly", e);
        }
    }

    private static MethodHandle call(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
    }
}
