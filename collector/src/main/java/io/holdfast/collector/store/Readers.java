package io.holdfast.collector.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/** The read-only connections of a store: opened when first needed, at most {@value #MOST}. */
public final class Readers implements AutoCloseable {

    static final int MOST = 3;

    private final Database database;
    private final Semaphore free = new Semaphore(MOST, true);
    private final BlockingQueue<Reader> idle = new ArrayBlockingQueue<>(MOST);
    private final List<Reader> all = new ArrayList<>();

    Readers(Database database) {
        this.database = database;
    }

    /** A question to the store. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Statements sql) throws SQLException;
    }

    private record Reader(Connection connection, Statements statements) {}

    /**
     * Answers a question from what is durable, waiting for a connection where all are in use.
     *
     * @throws StoreException if the store cannot be read
     */
    public <T> T read(Question<T> question) {
        free.acquireUninterruptibly();
        try {
            Reader reader = take();
            try {
                return question.ask(reader.statements());
            } finally {
                idle.add(reader);
            }
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot read the store " + database.file() + ": " + e.getMessage(), e);
        } finally {
            free.release();
        }
    }

    private Reader take() throws SQLException {
        Reader reader = idle.poll();
        if (reader == null) {
            Connection connection = database.reader();
            reader = new Reader(connection, new Statements(connection));
            synchronized (all) {
                all.add(reader);
            }
        }
        return reader;
    }

    @Override
    public void close() {
        synchronized (all) {
            for (Reader reader : all) {
                try {
                    reader.connection().close();
                } catch (SQLException e) {
                    throw new StoreException("cannot close " + database.file(), e);
                }
            }
            all.clear();
        }
    }
}
