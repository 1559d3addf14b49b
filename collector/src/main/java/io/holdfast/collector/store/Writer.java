package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the store.
 *
 * <p>Writes that arrive within {@link #GATHER} share a transaction. A full queue makes whoever
 * submits wait. Trouble of the disk is told once when it begins and once when it ends; between, the
 * same writes are tried again every {@link #RETRY}, and where none is left, a {@link Trial} is: so
 * that the end of the trouble is seen without anybody asking for something.
 */
public final class Writer implements Runnable {

    /** The most writes that wait. */
    public static final int QUEUE = 8_192;

    static final int MOST_IN_GROUP = 1_024;
    static final Duration GATHER = Duration.ofMillis(8);
    static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMillis(200);

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private final Database database;
    private final InstantSource clock;
    private final Pause pause;
    private final BlockingQueue<Write> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<Runnable> rollbacks = new CopyOnWriteArrayList<>();
    private volatile Optional<StoreHealth.Trouble> trouble = Optional.empty();
    private volatile Optional<Instant> troubleSince = Optional.empty();
    private volatile boolean stopping;
    private volatile boolean stopped;

    Writer(Database database, InstantSource clock, Pause pause) {
        this.database = database;
        this.clock = clock;
        this.pause = pause;
    }

    /** Runs this when a transaction was rolled back: whatever was learned in it is not so. */
    public void onRollback(Runnable forget) {
        rollbacks.add(forget);
    }

    /**
     * Hands a write over, waiting while the queue is full.
     *
     * @throws StoreException if the writer has stopped
     */
    public void submit(Write write) {
        try {
            while (!stopped) {
                if (queue.offer(write, IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            throw new StoreException("the store is closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the store's queue was full", e);
        }
    }

    /** How the store does. */
    public StoreHealth health(long bytes) {
        return new StoreHealth(trouble, troubleSince, queue.size(), QUEUE, bytes);
    }

    /**
     * Asks for an end after what is queued has been written; trouble of the disk ends it sooner.
     */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try (Connection connection = database.writer()) {
            Statements statements = new Statements(connection);
            while (!(stopping && queue.isEmpty())) {
                List<Write> writes = gather();
                if (!writes.isEmpty()) {
                    Group group =
                            new Group(database.file(), connection, statements, rollbacks, writes);
                    commit(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            log.error("the store {} is lost: {}", database.file(), e.getMessage());
        } finally {
            stopped = true;
            refuseRest();
        }
    }

    private List<Write> gather() throws InterruptedException {
        List<Write> writes = new ArrayList<>();
        Write first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            writes.add(first);
            if (!stopping) {
                pause.pause(GATHER);
            }
            queue.drainTo(writes, MOST_IN_GROUP - 1);
        } else if (trouble.isPresent()) {
            writes.add(new Trial());
        }
        return writes;
    }

    private void commit(Group group) throws InterruptedException {
        note(group.attempt());
        while (!group.done()) {
            if (stopping) {
                log.error("stopped with writes that the disk did not take; none is acknowledged");
                throw new InterruptedException("stopping while the disk is in trouble");
            }
            trouble.ifPresent(this::refuseImpatient);
            pause.pause(RETRY);
            note(group.attempt());
        }
    }

    private void note(Optional<StoreHealth.Trouble> now) {
        if (now.isPresent() && trouble.isEmpty()) {
            troubleSince = Optional.of(clock.instant());
            log.error(
                    "the store cannot write, agents keep their changes: {}; to do: {}",
                    now.get().what(),
                    now.get().remedy());
        }
        if (now.isEmpty() && trouble.isPresent()) {
            troubleSince = Optional.empty();
            log.info("the store writes again");
        }
        trouble = now;
    }

    /** Gives those an answer who wait for one. */
    private void refuseImpatient(StoreHealth.Trouble why) {
        queue.removeIf(write -> write.givesUp(why));
    }

    /** What agents told is dropped without a word: it was not acknowledged, so they have it. */
    private void refuseRest() {
        refuseImpatient(
                new StoreHealth.Trouble(
                        database.file() + " is closed: the collector is ending",
                        "ask again when it runs"));
        queue.clear();
    }
}
