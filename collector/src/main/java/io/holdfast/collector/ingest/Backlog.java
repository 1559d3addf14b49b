package io.holdfast.collector.ingest;

import java.util.concurrent.Semaphore;

/**
 * How many changes may be between the wire and the disk.
 *
 * <p>Where the disk is slow or full, agents are not read beyond this, and keep what they have.
 */
public final class Backlog {

    /** The most changes that are taken in and not durable. */
    public static final int MOST_CHANGES = 50_000;

    private final Semaphore room = new Semaphore(MOST_CHANGES, true);

    /** Waits for room; what is taken must be given back. */
    int take(int changes) throws InterruptedException {
        int taken = Math.clamp(changes, 1, MOST_CHANGES);
        room.acquire(taken);
        return taken;
    }

    void giveBack(int taken) {
        room.release(taken);
    }

    /** Changes that are taken in and not durable. */
    public int used() {
        return MOST_CHANGES - room.availablePermits();
    }
}
