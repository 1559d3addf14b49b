package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;

/** A collector's durable memory: many readers, one writer that commits in groups. */
public final class Store implements AutoCloseable {

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Database database;
    private final Readers readers;
    private final Writer writer;
    private final Thread thread;

    private Store(Database database, InstantSource clock, Pause pause, ThreadFactory threads) {
        this.database = database;
        readers = new Readers(database);
        writer = new Writer(database, clock, pause);
        thread = threads.newThread(writer);
        thread.start();
    }

    /**
     * Opens the store of a state directory that the caller holds the lock of.
     *
     * @param threads makes the writer's thread, which must be a platform thread
     * @throws StoreException if it cannot be used
     */
    public static Store open(Path file, InstantSource clock, Pause pause, ThreadFactory threads) {
        return new Store(Database.open(file), clock, pause, threads);
    }

    /** The store's file. */
    public Path file() {
        return database.file();
    }

    /** Answers a question from what is durable. */
    public <T> T read(Readers.Question<T> question) {
        return readers.read(question);
    }

    /** Hands a write over, waiting while too many wait already. */
    public void submit(Write write) {
        writer.submit(write);
    }

    /**
     * Writes and waits until it is durable.
     *
     * @param work must do the same each time that it is run
     * @throws StoreException if it cannot be written now
     */
    public <T> T write(Readers.Question<T> work) {
        Call<T> call = new Call<>(work);
        writer.submit(call);
        try {
            return call.future().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException trouble) {
                throw trouble;
            }
            throw e;
        }
    }

    /** Runs this when a transaction was rolled back: whatever was learned in it is not so. */
    public void onRollback(Runnable forget) {
        writer.onRollback(forget);
    }

    /** How the store does. */
    public StoreHealth health() {
        return writer.health(bytes());
    }

    /** The size of the store's files. */
    public long bytes() {
        Path wal = file().resolveSibling(file().getFileName() + "-wal");
        return size(file()) + size(wal);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            // The write-ahead log need not be there.
            return 0;
        }
    }

    @Override
    public void close() {
        writer.stop();
        try {
            if (!thread.join(STOPPING)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.close();
    }
}
