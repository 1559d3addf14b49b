package io.holdfast.collector.alerting;

import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Pause;
import io.holdfast.collector.store.StoreException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One thread that works as long as there is something to do, and waits for events otherwise. */
public final class AlertLoop {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** What is done; on the loop's thread alone. */
    public interface Work {

        /** The id of the last event that was gone through. */
        long place();

        /** Whether so much waits to go out that events wait too. */
        boolean full();

        /**
         * Does some of it.
         *
         * @return whether there may be more at once
         * @throws StoreException if the store cannot be read or written; it is tried again later
         */
        boolean step();

        /** The store could not be read or written. */
        void waitsForTheStore(StoreException why);
    }

    private final Events events;
    private final Pause pause;
    private final Work work;
    private final Thread thread;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean closed;

    /**
     * A loop that has not started.
     *
     * @param name of its thread
     */
    public AlertLoop(String name, Events events, Pause pause, Work work) {
        this.events = events;
        this.pause = pause;
        this.work = work;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Does something else between two steps. */
    public <T> T between(Supplier<T> task) {
        working.lock();
        try {
            return task.get();
        } finally {
            working.unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (!step()) {
                    boolean news = events.awaitAfter(work.place(), TICK);
                    if (news && work.full()) {
                        pause.pause(TICK);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() throws InterruptedException {
        working.lock();
        try {
            return !closed && work.step();
        } catch (StoreException e) {
            work.waitsForTheStore(e);
            pause.pause(TICK);
            return false;
        } finally {
            working.unlock();
        }
    }

    /**
     * Ends it, after the step under way: what is being handed over now would be sent twice if it
     * were interrupted between its being taken and our noting that.
     *
     * @param patience how long that step may take
     * @param late told where it takes longer and is interrupted
     */
    public void close(Duration patience, Runnable late) {
        closed = true;
        try {
            boolean idle = working.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            thread.interrupt();
            if (idle) {
                working.unlock();
            } else {
                late.run();
            }
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
