package io.holdfast.agent.devices.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One output of a running program, drained by a thread of its own up to a limit.
 *
 * <p>What comes after the limit is read and thrown away, so that the program sees no full pipe.
 */
final class BoundedOutput {

    private static final int CHUNK_BYTES = 8192;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private final Runnable whenTooLong;
    private volatile boolean tooLong;
    private volatile String trouble = "";

    private BoundedOutput(int limit, Runnable whenTooLong) {
        this.limit = limit;
        this.whenTooLong = whenTooLong;
    }

    /** An output and the thread that drains it, already running. */
    record Draining(BoundedOutput output, Thread thread) {

        static Draining start(InputStream in, int limit, Runnable whenTooLong) {
            BoundedOutput output = new BoundedOutput(limit, whenTooLong);
            return new Draining(output, Thread.ofVirtual().start(() -> output.drain(in)));
        }
    }

    private void drain(InputStream in) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (in) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                keep(chunk, n);
            }
        } catch (IOException e) {
            trouble = e.toString();
        }
    }

    private void keep(byte[] chunk, int n) {
        boolean over;
        synchronized (kept) {
            int room = limit - kept.size();
            kept.write(chunk, 0, Math.min(n, room));
            over = n > room;
        }
        if (over && !tooLong) {
            tooLong = true;
            whenTooLong.run();
        }
    }

    boolean tooLong() {
        return tooLong;
    }

    /** What went wrong while reading, or nothing. */
    String trouble() {
        return trouble;
    }

    String text() {
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
