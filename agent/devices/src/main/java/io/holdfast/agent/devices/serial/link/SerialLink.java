package io.holdfast.agent.devices.serial.link;

import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.Line;
import io.holdfast.agent.devices.serial.line.Opened;
import io.holdfast.agent.devices.serial.line.Received;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A link to another host over a serial line: heartbeats and short messages, for when the network
 * between them is gone.
 *
 * <p>Runs on a platform thread of its own until that is interrupted. Opens the line anew whenever
 * it breaks. Messages may be offered from any thread.
 */
public final class SerialLink implements Runnable {

    /** The longest message, in bytes. */
    public static final int LONGEST_MESSAGE = Frame.LONGEST_BODY;

    private static final int MOST_READ = 4096;
    private static final Duration READ_WAIT = Duration.ofMillis(20);
    private static final Duration WRITE_WITHIN = Duration.ofSeconds(1);
    private static final Duration REOPEN_PAUSE = Duration.ofMillis(200);

    private final HeldLine line;
    private final Ticker ticker;
    private final Consumer<LinkEvent> listener;
    private final LinkEnd end;
    private final Object lock = new Object();
    private long opened;
    private Optional<Silence> trouble = Optional.empty();

    /**
     * @param key what both ends share
     * @param sessions draws sessions that nobody can guess, such as those of a SecureRandom
     * @param listener told of what happens, on the link's own thread
     */
    public SerialLink(
            HeldLine line,
            LinkKey key,
            LinkTimes times,
            LongSupplier sessions,
            Ticker ticker,
            Consumer<LinkEvent> listener) {
        this.line = line;
        this.ticker = ticker;
        this.listener = listener;
        this.end = new LinkEnd(key, times, sessions, ticker.nanos());
    }

    /**
     * Takes a message to be sent as soon as the link is up. Of too many that wait, the oldest are
     * dropped.
     *
     * @throws IllegalArgumentException if it is longer than {@link #LONGEST_MESSAGE}
     */
    public void send(byte[] message) {
        if (message.length > LONGEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST_MESSAGE + " bytes, found " + message.length);
        }
        synchronized (lock) {
            end.offer(message);
        }
    }

    /** What was counted so far. */
    public LinkCounts counts() {
        synchronized (lock) {
            return end.counts(opened);
        }
    }

    /** Why the line is not open; empty while it is. */
    public Optional<Silence> trouble() {
        synchronized (lock) {
            return trouble;
        }
    }

    @Override
    public void run() {
        boolean open = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                open = turn(open);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.close();
        }
    }

    private boolean turn(boolean wasOpen) throws InterruptedException {
        return switch (line.get()) {
            case Opened.Refused(Silence why) -> {
                note(false, Optional.of(why));
                exchange(Optional.empty(), new byte[0]);
                LockSupport.parkNanos(REOPEN_PAUSE.toNanos());
                yield false;
            }
            case Opened.Open(Line open) -> {
                note(!wasOpen, Optional.empty());
                yield exchange(Optional.of(open), read(open));
            }
        };
    }

    private byte[] read(Line open) throws InterruptedException {
        return switch (open.read(MOST_READ, READ_WAIT)) {
            case Received.Bytes(byte[] some) -> some;
            case Received.Quiet() -> new byte[0];
            case Received.Gone(Silence why) -> {
                note(false, Optional.of(why));
                line.drop();
                yield new byte[0];
            }
        };
    }

    /** Whether the line still stands. */
    private boolean exchange(Optional<Line> open, byte[] bytes) throws InterruptedException {
        LinkEnd.Output output;
        boolean broken;
        synchronized (lock) {
            output = end.turn(bytes, ticker.nanos());
            broken = trouble.isPresent();
        }
        output.events().forEach(listener);
        if (open.isEmpty() || broken) {
            return false;
        }
        // What cannot be sent is lost, as on any line; the sequence tells the other end.
        Optional<Silence> unsent =
                output.bytes().length == 0
                        ? Optional.empty()
                        : open.get().write(output.bytes(), WRITE_WITHIN);
        if (unsent.isPresent()) {
            note(false, unsent);
            line.drop();
        }
        return unsent.isEmpty();
    }

    private void note(boolean freshlyOpened, Optional<Silence> why) {
        synchronized (lock) {
            opened += freshlyOpened ? 1 : 0;
            trouble = why;
        }
    }
}
