package io.holdfast.collector.backup;

import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.store.StateDirectory;
import io.holdfast.collector.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * Backups in one file: a copy of the store as SQLite's {@code VACUUM INTO} makes it while it is in
 * use, with the authority's files in a table of their own.
 */
public final class StoreBackups implements Backups {

    private final Store store;
    private final Path authority;

    /**
     * @param authority the directory of the authority's files
     */
    public StoreBackups(Store store, Path authority) {
        this.store = store;
        this.authority = authority;
    }

    @Override
    public Done backup(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            StateDirectory.createOwnerOnly(partial);
            copy(partial);
            addAuthority(partial);
            try (FileChannel file = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(partial, target);
            return new Done(target, Files.size(target));
        } catch (SQLException e) {
            throw new IOException("the store cannot be copied: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void copy(Path target) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection(url(store.file()));
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, target.toString());
            vacuum.executeUpdate();
        }
    }

    private void addAuthority(Path target) throws SQLException, IOException {
        try (Connection connection = new SQLiteConfig().createConnection(url(target));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE authority_file (name TEXT PRIMARY KEY, content BLOB NOT NULL)");
            try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO authority_file VALUES (?, ?)");
                    Stream<Path> files = Files.walk(authority)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    insert.setString(1, authority.relativize(file).toString());
                    insert.setBytes(2, Files.readAllBytes(file));
                    insert.executeUpdate();
                }
            }
        }
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
