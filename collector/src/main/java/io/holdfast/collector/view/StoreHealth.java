package io.holdfast.collector.view;

import java.time.Instant;
import java.util.Optional;

/**
 * How the collector's store does.
 *
 * @param trouble what went wrong with the last write, and what to do; empty where it worked
 * @param since when the trouble began
 * @param queued writes that wait
 * @param queueLimit the most that may wait; agents are not read while it is reached
 * @param bytes the size of the store's files
 */
public record StoreHealth(
        Optional<String> trouble, Optional<Instant> since, int queued, int queueLimit, long bytes) {

    /** Whether acknowledged changes reach the disk. */
    public boolean ok() {
        return trouble.isEmpty();
    }
}
