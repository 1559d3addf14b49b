package io.holdfast.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A device at the far end of a pseudo terminal, on a thread of its own, reachable by a link whose
 * name stays the same while it is unplugged and plugged in again.
 */
public final class PtyDevice implements AutoCloseable {

    /** What a device does with what it receives. */
    @FunctionalInterface
    public interface Behaviour {

        /**
         * Takes bytes in.
         *
         * @param soFar all that came and was not used
         * @param pty where answers go
         * @return how many bytes were used
         */
        int receive(byte[] soFar, Pty pty);
    }

    private static final int POLL_MILLIS = 20;

    private final Path link;
    private final Behaviour behaviour;
    private Optional<Thread> thread = Optional.empty();
    private Optional<Pty> pty = Optional.empty();

    /** A device that is plugged in. */
    public PtyDevice(Path link, Behaviour behaviour) {
        this.link = link;
        this.behaviour = behaviour;
        plug();
    }

    /** The device file to open. */
    public Path link() {
        return link;
    }

    /** Plugs the device in. */
    public void plug() {
        Pty fresh = Pty.open();
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, fresh.device());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pty = Optional.of(fresh);
        thread =
                Optional.of(
                        Thread.ofPlatform().daemon().name("pty device").start(() -> run(fresh)));
    }

    /** Takes the device away. */
    public void unplug() {
        thread.ifPresent(Thread::interrupt);
        try {
            for (Thread running : thread.stream().toList()) {
                running.join();
            }
            Files.deleteIfExists(link);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pty.ifPresent(Pty::close);
        thread = Optional.empty();
        pty = Optional.empty();
    }

    @Override
    public void close() {
        unplug();
    }

    private void run(Pty own) {
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        while (!Thread.currentThread().isInterrupted()) {
            own.read(POLL_MILLIS).ifPresent(waiting::writeBytes);
            byte[] soFar = waiting.toByteArray();
            int used = soFar.length == 0 ? 0 : behaviour.receive(soFar, own);
            if (used > 0) {
                waiting.reset();
                waiting.write(soFar, used, soFar.length - used);
            }
        }
    }
}
