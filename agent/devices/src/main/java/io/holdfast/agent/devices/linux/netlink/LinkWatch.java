package io.holdfast.agent.devices.linux.netlink;

import io.holdfast.agent.devices.linux.netlink.RouteMessage.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches links on a thread of its own, which waits in the kernel.
 *
 * <p>It begins with a dump of all links. That tells the listener where things stand, and it takes
 * the whole way once, so that the first real change does not pay for loading classes. When the
 * kernel had to drop messages, it dumps again: changes are then told from the comparison, so none
 * is missed in effect.
 */
public final class LinkWatch implements LinkEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

    private final RouteSocket socket;
    private final ThreadFactory threads;
    private final LinkTable table = new LinkTable();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong dumps = new AtomicLong();
    private final AtomicLong overruns = new AtomicLong();
    private final Map<Reason, Long> malformed = new EnumMap<>(Reason.class);

    /** Whether the dump that runs must be followed by another. */
    private boolean dumpAgain;

    /**
     * @param threads makes platform threads: the wait is a native call
     */
    LinkWatch(RouteSocket socket, ThreadFactory threads) {
        this.socket = socket;
        this.threads = threads;
    }

    /**
     * A watch of the network namespace of the calling thread.
     *
     * @param threads makes platform threads: the wait is a native call
     * @throws IOException if the kernel refuses the socket
     */
    public static LinkWatch open(ThreadFactory threads) throws IOException {
        return new LinkWatch(NativeRouteSocket.open(), threads);
    }

    @Override
    public void start(Consumer<LinkChange> listener) {
        Thread runner = threads.newThread(() -> run(listener));
        if (!thread.compareAndSet(null, runner)) {
            throw new IllegalStateException("this watch of links was started or closed before");
        }
        runner.start();
    }

    @Override
    public LinkCounts counts() {
        synchronized (malformed) {
            return new LinkCounts(
                    messages.get(), changes.get(), dumps.get(), overruns.get(), malformed);
        }
    }

    @Override
    public void close() {
        Thread runner = thread.getAndUpdate(now -> now == null ? Thread.currentThread() : now);
        if (runner == null) {
            socket.close();
            return;
        }
        socket.stop();
        if (runner != Thread.currentThread()) {
            join(runner);
        }
    }

    private static void join(Thread runner) {
        boolean interrupted = false;
        while (runner.isAlive()) {
            try {
                runner.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<LinkChange> listener) {
        try (socket) {
            String end = watch(listener);
            if (!end.isEmpty()) {
                tell(listener, new LinkChange.Blind(end));
            }
        }
    }

    /** Watches until stopped; gives why it ended, or nothing where it was stopped. */
    private String watch(Consumer<LinkChange> listener) {
        String trouble = dump();
        while (trouble.isEmpty()) {
            switch (socket.receive()) {
                case RouteSocket.Receipt.Datagram(ByteBuffer bytes) ->
                        trouble = take(bytes, listener);
                case RouteSocket.Receipt.Overrun() -> {
                    overruns.incrementAndGet();
                    trouble = dump();
                }
                case RouteSocket.Receipt.TooLong() -> count(Reason.TOO_LONG);
                case RouteSocket.Receipt.Stopped() -> {
                    return "";
                }
                case RouteSocket.Receipt.Broken(String reason) -> trouble = reason;
            }
        }
        return trouble;
    }

    private String dump() {
        if (table.dumping()) {
            // The kernel runs one dump for a socket at a time.
            dumpAgain = true;
            return "";
        }
        dumpAgain = false;
        table.beginDump();
        dumps.incrementAndGet();
        int errno = socket.requestDump();
        return errno == 0 ? "" : "asking for all links failed with error " + errno;
    }

    private String take(ByteBuffer bytes, Consumer<LinkChange> listener) {
        for (RouteMessage message : RouteDecoder.decode(bytes)) {
            messages.incrementAndGet();
            switch (message) {
                case RouteMessage.Link(LinkState state) ->
                        table.seen(state).ifPresent(change -> tell(listener, change));
                case RouteMessage.LinkGone(int index, String _) ->
                        table.gone(index).ifPresent(change -> tell(listener, change));
                case RouteMessage.DumpDone(boolean interrupted) -> {
                    String trouble = dumpDone(interrupted, listener);
                    if (!trouble.isEmpty()) {
                        return trouble;
                    }
                }
                case RouteMessage.Answer(int errno) -> {
                    if (errno != 0) {
                        return "the kernel refused to list all links with error " + errno;
                    }
                }
                case RouteMessage.Other _ -> {}
                case RouteMessage.Malformed(Reason reason) -> count(reason);
            }
        }
        return "";
    }

    /** A dump that missed something proves of no link that it is gone. */
    private String dumpDone(boolean interrupted, Consumer<LinkChange> listener) {
        if (!table.dumping()) {
            return "";
        }
        if (interrupted || dumpAgain) {
            table.abandonDump();
            return dump();
        }
        table.endDump().forEach(change -> tell(listener, change));
        return "";
    }

    private void tell(Consumer<LinkChange> listener, LinkChange change) {
        changes.incrementAndGet();
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("the listener failed on {}; the watch of links goes on", change, e);
        }
    }

    private void count(Reason reason) {
        synchronized (malformed) {
            malformed.merge(reason, 1L, Long::sum);
        }
    }
}
