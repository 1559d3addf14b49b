package io.holdfast.collector.backup;

import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.store.StateDirectory;
import io.holdfast.collector.store.Store;
import io.holdfast.config.collector.BackupSettings;
import io.holdfast.config.file.FileTrouble;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Backups in one file: a copy of the store as SQLite's {@code VACUUM INTO} makes it while it is in
 * use, with the authority's files in a table of their own.
 */
public final class StoreBackups implements Backups {

    private static final Logger log = LoggerFactory.getLogger(StoreBackups.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String PREFIX = "holdfast-";
    private static final String SUFFIX = ".backup";

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

    /** Makes the backup of a day and removes those that are too many. */
    public void daily(BackupSettings settings, Instant now) {
        try {
            StateDirectory.createOwnerOnlyDirectory(settings.directory());
            Path target = settings.directory().resolve(PREFIX + STAMP.format(now) + SUFFIX);
            Done done = backup(target);
            log.info("backup {} of {} bytes", done.file(), done.bytes());
            removeOldest(settings);
        } catch (IOException e) {
            log.error(
                    "no backup in {}: {}",
                    settings.directory(),
                    FileTrouble.of(e, settings.directory()));
        }
    }

    private static void removeOldest(BackupSettings settings) throws IOException {
        List<Path> backups;
        try (Stream<Path> files = Files.list(settings.directory())) {
            backups = files.filter(StoreBackups::isDaily).sorted().toList();
        }
        for (Path old : backups.subList(0, Math.max(0, backups.size() - settings.keep()))) {
            Files.delete(old);
        }
    }

    private static boolean isDaily(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
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
