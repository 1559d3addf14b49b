package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes that share one transaction, tried until they are durable.
 *
 * <p>Where one of them can never be written, each is tried alone, so that the others do not suffer
 * for it. Where the disk fails, all stay for the next try, except those that give up.
 */
final class Group {

    private final Path file;
    private final Connection connection;
    private final Statements statements;
    private final List<Runnable> rollbacks;
    private List<Write> left;

    Group(
            Path file,
            Connection connection,
            Statements statements,
            List<Runnable> rollbacks,
            List<Write> writes) {
        this.file = file;
        this.connection = connection;
        this.statements = statements;
        this.rollbacks = rollbacks;
        this.left = List.copyOf(writes);
    }

    boolean done() {
        return left.isEmpty();
    }

    /** Tries to commit what is left; gives the trouble of the disk, if it has any. */
    Optional<StoreHealth.Trouble> attempt() {
        try {
            commit(left);
            left.forEach(Write::durable);
            left = List.of();
            return Optional.empty();
        } catch (SQLException e) {
            Optional<StoreHealth.Trouble> trouble = DiskTrouble.of(e, file);
            if (trouble.isEmpty()) {
                return oneByOne();
            }
            left = patient(left, trouble.get());
            return trouble;
        }
    }

    private static List<Write> patient(List<Write> writes, StoreHealth.Trouble trouble) {
        return writes.stream().filter(write -> !write.givesUp(trouble)).toList();
    }

    private Optional<StoreHealth.Trouble> oneByOne() {
        List<Write> open = new ArrayList<>(left);
        while (!open.isEmpty()) {
            Write write = open.getFirst();
            try {
                commit(List.of(write));
                write.durable();
            } catch (SQLException e) {
                Optional<StoreHealth.Trouble> trouble = DiskTrouble.of(e, file);
                if (trouble.isPresent()) {
                    left = patient(open, trouble.get());
                    return trouble;
                }
                write.refused(e);
            }
            open.removeFirst();
        }
        left = List.of();
        return Optional.empty();
    }

    private void commit(List<Write> writes) throws SQLException {
        try {
            execute("BEGIN IMMEDIATE");
            for (Write write : writes) {
                write.write(statements);
            }
            execute("COMMIT");
        } catch (SQLException e) {
            rollbacks.forEach(Runnable::run);
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(SQLException failure) {
        // A statement that the disk stopped in its midst is of no further use, and in the way.
        statements.forget(failure::addSuppressed);
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite itself rolls back when the disk is full: then there is nothing left to do
            // (https://sqlite.org/lang_transaction.html, section 3.1).
            failure.addSuppressed(e);
        }
    }

    /**
     * Not the driver's own transactions: after a rollback of SQLite's own it goes on without one,
     * so that of a group tried again each row would be a commit of its own.
     */
    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
