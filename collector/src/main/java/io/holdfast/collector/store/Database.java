package io.holdfast.collector.store;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/**
 * The store's file, brought to the version of this code.
 *
 * <p>Write-ahead log with {@code synchronous=FULL}: a commit that returned survives the loss of
 * power (https://sqlite.org/pragma.html#pragma_synchronous).
 */
public final class Database {

    /** The newest version of the tables that this code knows. */
    public static final int NEWEST_VERSION = Schema.VERSION;

    private static final int BUSY_MILLIS = 5_000;
    private static final int WAL_LIMIT_BYTES = 64 << 20;
    private static final int WRITER_CACHE_KIB = 16 << 10;
    private static final int READER_CACHE_KIB = 2 << 10;

    private final Path file;

    private Database(Path file) {
        this.file = file;
    }

    /**
     * Opens or makes the store, leading its tables to the version of this code; before that a copy
     * of the older file is put beside it.
     *
     * @throws StoreException if it cannot be used or is of a newer version
     */
    public static Database open(Path file) {
        Database database = new Database(file);
        try {
            StateDirectory.createOwnerOnly(file);
            if (Files.size(file) == 0) {
                database.prepare();
            }
            try (Connection connection = database.writer()) {
                database.migrate(connection);
            }
            return database;
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "cannot open the store " + file + ": " + FileTrouble.of(e, file), e);
        }
    }

    public Path file() {
        return file;
    }

    /** A connection that may write; there must be only one at a time. */
    Connection writer() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTempStore(TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalSizeLimit(WAL_LIMIT_BYTES);
        config.setCacheSize(-WRITER_CACHE_KIB);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** A connection that can only read. */
    Connection reader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-READER_CACHE_KIB);
        config.setTempStore(TempStore.MEMORY);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Lets retention give room back to the file system; can be said only of an empty file. */
    private void prepare() throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA auto_vacuum = INCREMENTAL");
            statement.executeUpdate("VACUUM");
        }
    }

    private void migrate(Connection connection) throws SQLException, IOException {
        int found = Schema.version(connection);
        if (found > Schema.VERSION) {
            throw new StoreException(
                    "the store "
                            + file
                            + " is of version "
                            + found
                            + ", made by a newer collector; this one knows versions up to "
                            + Schema.VERSION
                            + ": install the newer collector, or restore a backup from before the"
                            + " upgrade");
        }
        if (found > 0 && found < Schema.VERSION) {
            copyBeside(connection, found);
        }
        connection.setAutoCommit(false);
        for (int version = found + 1; version <= Schema.VERSION; version++) {
            Schema.step(connection, version);
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private void copyBeside(Connection connection, int version) throws SQLException, IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".v" + version);
        Files.deleteIfExists(copy);
        StateDirectory.createOwnerOnly(copy);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
        }
    }
}
