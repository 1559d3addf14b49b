package io.holdfast.collector.view;

import java.time.Instant;
import java.util.Optional;

/**
 * How the collector's store does.
 *
 * @param trouble what went wrong with the last write; empty where it worked
 * @param since when the trouble began
 * @param queued writes that wait
 * @param queueLimit the most that may wait; agents are not read while it is reached
 * @param bytes the size of the store's files
 */
public record StoreHealth(
        Optional<Trouble> trouble,
        Optional<Instant> since,
        int queued,
        int queueLimit,
        long bytes) {

    /**
     * Why the store cannot be written for now.
     *
     * @param what which file, and what its disk says
     * @param remedy what helps
     */
    public record Trouble(String what, String remedy) {}

    /** Whether acknowledged changes reach the disk. */
    public boolean ok() {
        return trouble.isEmpty();
    }
}
