package io.holdfast.agent.devices.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the C library that drivers of the kernel need.
 *
 * <p>Each gives its result, or the negated error number where the call failed. The buffer for
 * {@code errno} is one thread's: whoever owns an instance uses it from one thread at a time.
 */
public final class Libc {

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle OPEN =
            variadic("open", Linker.Option.firstVariadicArg(2), INT, POINTER, INT);
    private static final MethodHandle SOCKET = call("socket", INT, INT, INT, INT);
    private static final MethodHandle BIND = call("bind", INT, INT, POINTER, INT);
    private static final MethodHandle SETSOCKOPT =
            call("setsockopt", INT, INT, INT, INT, POINTER, INT);
    private static final MethodHandle SEND = call("send", LONG, INT, POINTER, LONG, INT);
    private static final MethodHandle RECVFROM =
            call("recvfrom", LONG, INT, POINTER, LONG, INT, POINTER, POINTER);
    private static final MethodHandle POLL = call("poll", INT, POINTER, LONG, INT);
    private static final MethodHandle EVENTFD = call("eventfd", INT, INT, INT);
    private static final MethodHandle WRITE = call("write", LONG, INT, POINTER, LONG);
    private static final MethodHandle IOCTL =
            variadic("ioctl", Linker.Option.firstVariadicArg(2), INT, INT, LONG, POINTER);
    private static final MethodHandle CLOSE = call("close", INT, INT);

    private final MemorySegment state;

    /**
     * @param arena keeps the buffer for {@code errno}
     */
    public Libc(Arena arena) {
        state = arena.allocate(STATE);
    }

    /**
     * Opens an existing file.
     *
     * @param path its path, ended by a zero
     */
    public int open(MemorySegment path, int flags) {
        try {
            return result((int) OPEN.invokeExact(state, path, flags));
        } catch (Throwable e) {
            throw broken("open", e);
        }
    }

    public int socket(int domain, int type, int protocol) {
        try {
            return result((int) SOCKET.invokeExact(state, domain, type, protocol));
        } catch (Throwable e) {
            throw broken("socket", e);
        }
    }

    public int bind(int fd, MemorySegment address) {
        try {
            return result((int) BIND.invokeExact(state, fd, address, (int) address.byteSize()));
        } catch (Throwable e) {
            throw broken("bind", e);
        }
    }

    public int setsockopt(int fd, int level, int option, MemorySegment value) {
        try {
            int length = (int) value.byteSize();
            return result((int) SETSOCKOPT.invokeExact(state, fd, level, option, value, length));
        } catch (Throwable e) {
            throw broken("setsockopt", e);
        }
    }

    public int send(int fd, MemorySegment bytes) {
        try {
            return result((long) SEND.invokeExact(state, fd, bytes, bytes.byteSize(), 0));
        } catch (Throwable e) {
            throw broken("send", e);
        }
    }

    public int recvfrom(
            int fd, MemorySegment bytes, int flags, MemorySegment from, MemorySegment fromLength) {
        try {
            long length = bytes.byteSize();
            return result(
                    (long) RECVFROM.invokeExact(state, fd, bytes, length, flags, from, fromLength));
        } catch (Throwable e) {
            throw broken("recvfrom", e);
        }
    }

    public int poll(MemorySegment descriptors, long count, int timeoutMillis) {
        try {
            return result((int) POLL.invokeExact(state, descriptors, count, timeoutMillis));
        } catch (Throwable e) {
            throw broken("poll", e);
        }
    }

    public int eventfd(int value, int flags) {
        try {
            return result((int) EVENTFD.invokeExact(state, value, flags));
        } catch (Throwable e) {
            throw broken("eventfd", e);
        }
    }

    public int write(int fd, MemorySegment bytes) {
        try {
            return result((long) WRITE.invokeExact(state, fd, bytes, bytes.byteSize()));
        } catch (Throwable e) {
            throw broken("write", e);
        }
    }

    public int ioctl(int fd, long request, MemorySegment argument) {
        try {
            return result((int) IOCTL.invokeExact(state, fd, request, argument));
        } catch (Throwable e) {
            throw broken("ioctl", e);
        }
    }

    public int close(int fd) {
        try {
            return result((int) CLOSE.invokeExact(state, fd));
        } catch (Throwable e) {
            throw broken("close", e);
        }
    }

    private int result(long value) {
        return value >= 0 ? (int) value : -(int) ERRNO.get(state, 0L);
    }

    private static MethodHandle call(String name, ValueLayout result, ValueLayout... arguments) {
        return link(name, FunctionDescriptor.of(result, arguments), CAPTURE);
    }

    private static MethodHandle variadic(
            String name, Linker.Option variadic, ValueLayout result, ValueLayout... arguments) {
        return link(name, FunctionDescriptor.of(result, arguments), CAPTURE, variadic);
    }

    private static MethodHandle link(
            String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }

    /** A handle whose shape does not fit its call: a mistake of this class alone. */
    private static IllegalStateException broken(String call, Throwable cause) {
        return new IllegalStateException("the call of " + call + " is declared wrongly", cause);
    }
}
