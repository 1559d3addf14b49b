package io.holdfast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A pseudo terminal: the kernel's stand-in for a serial line, with a device at its far end that a
 * test plays. Raw: no echo, no line editing. Closing it is as if the device were unplugged.
 */
public final class Pty implements AutoCloseable {

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int TERMIOS_BYTES = 256;
    private static final int NAME_BYTES = 64;
    private static final int MOST_READ_BYTES = 4096;
    private static final long HUNG_UP_PAUSE_NANOS = 5_000_000;
    private static final short POLLIN = 1;
    private static final short POLLHUP = 16;
    private static final int TCSANOW = 0;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle OPENPT = handle("posix_openpt", INT, INT);
    private static final MethodHandle GRANT = handle("grantpt", INT, INT);
    private static final MethodHandle UNLOCK = handle("unlockpt", INT, INT);
    private static final MethodHandle NAME = handle("ptsname_r", INT, INT, POINTER, LONG);
    private static final MethodHandle GET = handle("tcgetattr", INT, INT, POINTER);
    private static final MethodHandle SET = handle("tcsetattr", INT, INT, INT, POINTER);
    private static final MethodHandle RAW =
            LINKER.downcallHandle(address("cfmakeraw"), FunctionDescriptor.ofVoid(POINTER));
    private static final MethodHandle READ = handle("read", LONG, INT, POINTER, LONG);
    private static final MethodHandle WRITE = handle("write", LONG, INT, POINTER, LONG);
    private static final MethodHandle POLL = handle("poll", INT, POINTER, LONG, INT);
    private static final MethodHandle CLOSE = handle("close", INT, INT);

    private final int descriptor;
    private final Path device;
    private boolean closed;

    private Pty(int descriptor, Path device) {
        this.descriptor = descriptor;
        this.device = device;
    }

    /** A new pseudo terminal. */
    public static Pty open() {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) OPENPT.invokeExact(O_RDWR | O_NOCTTY);
            check("posix_openpt", descriptor);
            check("grantpt", (int) GRANT.invokeExact(descriptor));
            check("unlockpt", (int) UNLOCK.invokeExact(descriptor));
            MemorySegment name = arena.allocate(NAME_BYTES);
            check("ptsname_r", (int) NAME.invokeExact(descriptor, name, (long) NAME_BYTES));
            MemorySegment termios = arena.allocate(TERMIOS_BYTES);
            check("tcgetattr", (int) GET.invokeExact(descriptor, termios));
            RAW.invokeExact(termios);
            check("tcsetattr", (int) SET.invokeExact(descriptor, TCSANOW, termios));
            return new Pty(descriptor, Path.of(name.getString(0)));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** The device file of the near end, such as {@code /dev/pts/5}. */
    public Path device() {
        return device;
    }

    /**
     * What came from the near end, at least one byte; empty if nothing did in time or nobody has
     * the near end open.
     */
    public Optional<byte[]> read(int waitMillis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(8);
            poll.set(INT, 0, descriptor);
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            int ready = (int) POLL.invokeExact(poll, 1L, waitMillis);
            short events = poll.get(ValueLayout.JAVA_SHORT, 6);
            if (ready <= 0 || (events & POLLIN) == 0) {
                if ((events & POLLHUP) != 0) {
                    LockSupport.parkNanos(HUNG_UP_PAUSE_NANOS);
                }
                return Optional.empty();
            }
            MemorySegment bytes = arena.allocate(MOST_READ_BYTES);
            long count = (long) READ.invokeExact(descriptor, bytes, (long) MOST_READ_BYTES);
            return count <= 0
                    ? Optional.empty()
                    : Optional.of(bytes.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Sends bytes to the near end; what does not fit into the kernel's buffer is lost. */
    public void write(byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long sent = (long) WRITE.invokeExact(descriptor, copy, (long) bytes.length);
            if (sent < 0) {
                throw new UncheckedIOException(new IOException("write to " + device + " failed"));
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                check("close", (int) CLOSE.invokeExact(descriptor));
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }

    private static void check(String call, int result) {
        if (result < 0) {
            throw new UncheckedIOException(new IOException(call + " failed"));
        }
    }

    private static RuntimeException failed(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }

    private static MemorySegment address(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    private static MethodHandle handle(
            String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
    }
}
