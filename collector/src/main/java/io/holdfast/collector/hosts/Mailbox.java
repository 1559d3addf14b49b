package io.holdfast.collector.hosts;

import io.holdfast.collector.store.StoreException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the hosts, and the queue of what it is to do.
 *
 * <p>A full queue makes whoever hands something over wait.
 */
public final class Mailbox implements Executor, Runnable {

    /** The most tasks that wait. */
    public static final int QUEUE = 16_384;

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Tally tally;
    private volatile boolean stopping;
    private volatile @Nullable Thread owner;

    public Mailbox(Tally tally) {
        this.tally = tally;
    }

    /** Runs a task in its turn, or at once where the thread that owns the hosts asks for it. */
    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread().equals(owner)) {
            run(task);
            return;
        }
        try {
            while (!queue.offer(task, IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (stopping) {
                    throw new StoreException("the collector is stopping");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the collector was busy", e);
        }
    }

    /**
     * Asks something of the hosts and waits for the answer.
     *
     * @throws StoreException if there is none in time
     */
    public <T> T ask(Supplier<T> question, Duration atMost) {
        return await(CompletableFuture.supplyAsync(question, this), atMost);
    }

    /**
     * Waits for an answer.
     *
     * @throws StoreException if there is none in time
     */
    public static <T> T await(CompletableFuture<T> answer, Duration atMost) {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the collector", e);
        } catch (ExecutionException e) {
            throw new StoreException("the collector could not answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new StoreException(
                    "no answer within " + atMost + "; see the collector's log and its disk", e);
        }
    }

    /** How many tasks wait. */
    public int waiting() {
        return queue.size();
    }

    /** Ends the thread after what is queued. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        owner = Thread.currentThread();
        try {
            while (!(stopping && queue.isEmpty())) {
                Runnable task = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (task != null) {
                    run(task);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One host's trouble must not stop the others'.
            tally.add(Tally.Count.TASKS_FAILED, 1);
            log.error("a task of the hosts failed", e);
        }
    }
}
