package io.holdfast.collector.backup;

import io.holdfast.collector.store.Database;
import io.holdfast.collector.store.StateDirectory;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.enrol.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * Puts a backup in place of a collector's memory, while no collector uses it.
 *
 * <p>What agents have told since the backup was made is missing afterwards: an agent that says that
 * it has nothing more to send, and stands further on than the store, is asked for its whole state.
 * Who was revoked since stays so where the store that is replaced can tell, see {@link Heritage}.
 */
public final class Restore {

    /** What SQLite puts beside a file. */
    private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm");

    private Restore() {}

    /**
     * Restores.
     *
     * @param overwrite whether a memory that is there may be lost
     * @param now for who may connect now
     * @throws StoreException if the backup is none, a collector is running, or there is a memory
     *     already; all is as it was then
     */
    public static Restored restore(
            Path backup, Path stateDirectory, boolean overwrite, Instant now) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException(
                    "expected a file that `holdfast collector backup` wrote, found "
                            + (Files.exists(backup) ? "no file: " : "nothing: ")
                            + backup);
        }
        try (StateDirectory directory = StateDirectory.open(stateDirectory)) {
            if (Files.exists(directory.database()) && !overwrite) {
                throw new StoreException(
                        "there is a store already, "
                                + directory.database()
                                + ": move it away, or say --force to replace it, which keeps its"
                                + " revocations and nothing else");
            }
            Path fresh = directory.path().resolve("restore.partial");
            try {
                return restore(backup, directory, fresh, now);
            } finally {
                for (String suffix : SUFFIXES) {
                    Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
                }
            }
        } catch (IOException | SQLException e) {
            throw new StoreException(
                    "cannot restore "
                            + backup
                            + ": expected a file that `holdfast collector backup` wrote, found: "
                            + FileTrouble.of(e, backup),
                    e);
        }
    }

    private static Restored restore(Path backup, StateDirectory directory, Path fresh, Instant now)
            throws IOException, SQLException {
        Files.deleteIfExists(fresh);
        StateDirectory.createOwnerOnly(fresh);
        Files.copy(backup, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Restored restored;
        try (Connection connection = new SQLiteConfig().createConnection(StoreBackups.url(fresh));
                Statement statement = connection.createStatement()) {
            requireWhole(statement);
            Map<Path, String> authority = authority(statement, directory);
            Heritage heritage = new Heritage(connection);
            Restored.Replaced replaced = replaced(heritage, authority, directory);
            restored =
                    new Restored(
                            backup,
                            directory.path(),
                            replaced,
                            heritage.valid(now),
                            heritage.tokens(now));
            statement.executeUpdate("DROP TABLE authority_file");
            // From here on something changes.
            StateDirectory.createOwnerOnlyDirectory(directory.authority().resolve("server"));
            for (Map.Entry<Path, String> file : authority.entrySet()) {
                OwnerOnlyFile.write(file.getKey(), file.getValue());
            }
        }
        // A log of the old store must not be applied to the new one.
        for (String suffix : List.of("-wal", "-shm")) {
            Files.deleteIfExists(
                    directory.path().resolve(directory.database().getFileName() + suffix));
        }
        Files.move(fresh, directory.database(), StandardCopyOption.ATOMIC_MOVE);
        return restored;
    }

    /** Takes over what must not be forgotten, where there is a store of the same authority. */
    private static Restored.Replaced replaced(
            Heritage heritage, Map<Path, String> authority, StateDirectory directory) {
        if (!Files.exists(directory.database())) {
            return new Restored.Replaced.Nothing();
        }
        try {
            Path key = directory.authorityFile();
            String ours = Files.readString(key, StandardCharsets.ISO_8859_1);
            if (!ours.equals(authority.get(key))) {
                return new Restored.Replaced.Lost(
                        "it was of another authority, or " + key + " is damaged");
            }
            return new Restored.Replaced.TakenOver(heritage.takeFrom(directory.database()));
        } catch (IOException | SQLException e) {
            return new Restored.Replaced.Lost(
                    directory.database()
                            + " cannot be read: "
                            + FileTrouble.of(e, directory.database()));
        }
    }

    private static Map<Path, String> authority(Statement statement, StateDirectory directory)
            throws SQLException {
        Map<Path, String> files = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT name, content FROM authority_file")) {
            while (rows.next()) {
                Path target = directory.authority().resolve(rows.getString(1)).normalize();
                if (!target.startsWith(directory.authority())) {
                    throw new StoreException("the backup names a file outside: " + target);
                }
                files.put(target, new String(rows.getBytes(2), StandardCharsets.US_ASCII));
            }
        }
        if (!files.containsKey(directory.authorityFile())) {
            throw new StoreException("expected a backup with its authority, found none in it");
        }
        return files;
    }

    private static void requireWhole(Statement statement) throws SQLException {
        try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
            String verdict = check.getString(1);
            if (!"ok".equals(verdict)) {
                throw new StoreException("expected a whole backup, found: " + verdict);
            }
        }
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            if (version.getInt(1) > Database.NEWEST_VERSION) {
                throw new StoreException(
                        "the backup is of version "
                                + version.getInt(1)
                                + ", made by a newer collector; this one knows versions up to "
                                + Database.NEWEST_VERSION
                                + ": install the newer collector");
            }
        }
    }
}
