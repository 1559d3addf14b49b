package io.holdfast.testkit;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Two pseudo terminals with a cable between: what one end sends comes out of the other, damaged as
 * a test wishes.
 */
public final class PtyCable implements AutoCloseable {

    private static final int POLL_MILLIS = 5;

    private final Pty left = Pty.open();
    private final Pty right = Pty.open();
    private volatile UnaryOperator<byte[]> damage = UnaryOperator.identity();
    private final List<Thread> pumps =
            List.of(
                    pump("cable to the right", left, right),
                    pump("cable to the left", right, left));

    /** One end. */
    public Pty left() {
        return left;
    }

    /** The other end. */
    public Pty right() {
        return right;
    }

    /** Decides what becomes of bytes on their way. */
    public void damage(UnaryOperator<byte[]> how) {
        damage = how;
    }

    /** Turns bits and drops bytes now and then, the same for the same seed. */
    public static UnaryOperator<byte[]> noise(long seed, double share) {
        SplittableRandom random = new SplittableRandom(seed);
        return bytes -> {
            synchronized (random) {
                byte[] copy = bytes.clone();
                for (int i = 0; i < copy.length; i++) {
                    if (random.nextDouble() < share) {
                        copy[i] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                return random.nextDouble() < share ? new byte[0] : copy;
            }
        };
    }

    private Thread pump(String name, Pty from, Pty to) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                from.read(POLL_MILLIS)
                                        .map(bytes -> damage.apply(bytes))
                                        .filter(bytes -> bytes.length > 0)
                                        .ifPresent(to::write);
                            }
                        });
    }

    @Override
    public void close() {
        pumps.forEach(Thread::interrupt);
        for (Thread pump : pumps) {
            try {
                pump.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        left.close();
        right.close();
    }
}
