package io.holdfast.agent.daemon.spool;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the backlog to disk while the collector is away, and whenever memory is crowded; on a
 * thread of its own, because disks may hang.
 */
public final class Spiller implements Runnable {

    /** How often the disk is written while the collector is away. */
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Spiller.class);

    private final Backlog backlog;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean away = true;
    private final AtomicLong failures = new AtomicLong();
    private boolean failing;

    public Spiller(Backlog backlog) {
        this.backlog = backlog;
    }

    /** Notes whether the collector is away. */
    public void away(boolean now) {
        away = now;
        wake.release();
    }

    /** How often the disk did not take what it was given. */
    public long failures() {
        return failures.get();
    }

    /** Works until interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                wake.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                if (away || backlog.crowded()) {
                    spill();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Moves all that lies in memory to disk; a failure is said once, until it has passed. */
    public void spill() {
        try {
            backlog.spill();
            if (failing) {
                failing = false;
                LOG.info("the disk takes the spool again");
            }
        } catch (IOException e) {
            failures.incrementAndGet();
            if (!failing) {
                failing = true;
                LOG.error(
                        "the disk does not take the spool, changes stay in memory ({} at most): {}",
                        Backlog.MOST_MEMORY_BYTES + " bytes",
                        FileTrouble.of(e));
            }
        }
    }
}
