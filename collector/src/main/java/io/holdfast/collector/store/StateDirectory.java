package io.holdfast.collector.store;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory that is one collector's memory: its store and its authority's keys. Locked while it
 * is open, so that two collectors never share one.
 */
public final class StateDirectory implements AutoCloseable {

    private static final String OWNER_ONLY_DIRECTORY = "rwx------";
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;
    private final FileChannel channel;

    private StateDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens a directory, making it where it is missing.
     *
     * @throws StoreException if it cannot be used, or another collector uses it
     */
    public static StateDirectory open(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                createOwnerOnlyDirectory(path);
            }
            return locked(path);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot use the state directory "
                            + path
                            + ": "
                            + FileTrouble.of(e, path)
                            + "; expected a directory that this user may write, see"
                            + " collector.state-directory",
                    e);
        }
    }

    /**
     * Opens a directory as {@link #open} does, for a collector that is to go on from there.
     *
     * @throws StoreException too if it has an authority whose store is gone: an empty one in its
     *     place would forget what was accepted, and let in again whoever was revoked
     */
    public static StateDirectory openWhole(Path path) {
        StateDirectory directory = open(path);
        if (Files.exists(directory.authorityFile()) && isNothing(directory.database())) {
            directory.close();
            throw new StoreException(directory.storeGone());
        }
        return directory;
    }

    private static boolean isNothing(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot look at the store " + file + ": " + FileTrouble.of(e, file), e);
        }
    }

    private String storeGone() {
        return "expected the store of the authority "
                + authorityFile()
                + ", found "
                + (Files.exists(database()) ? "an empty " : "no ")
                + database()
                + "; a new one would know no host, no accepted inventory and nobody who was"
                + " revoked\n  to do: restore a backup: holdfast collector restore BACKUP --force\n"
                + "  or, to start afresh and enroll every host anew: mv "
                + authority()
                + " "
                + authority()
                + ".lost";
    }

    private static StateDirectory locked(Path path) throws IOException {
        Path file = path.resolve("lock");
        createOwnerOnly(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another collector in this very process: refused below like any other.
        }
        if (lock == null) {
            channel.close();
            throw new StoreException(
                    "the state directory "
                            + path
                            + " is in use by another collector; stop that one, or give this one"
                            + " a collector.state-directory of its own");
        }
        return new StateDirectory(path, channel);
    }

    /** Makes a directory that only its owner may read, and what it lies in, where it is missing. */
    public static Path createOwnerOnlyDirectory(Path path) throws IOException {
        var mode = PosixFilePermissions.fromString(OWNER_ONLY_DIRECTORY);
        return Files.createDirectories(path, PosixFilePermissions.asFileAttribute(mode));
    }

    /** Makes an empty file that only its owner may read, or leaves the one that is there. */
    public static void createOwnerOnly(Path file) throws IOException {
        if (!Files.exists(file)) {
            var mode = PosixFilePermissions.fromString(OWNER_ONLY);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        }
    }

    public Path path() {
        return path;
    }

    /** The store's file. */
    public Path database() {
        return path.resolve("holdfast.db");
    }

    /** Where the authority keeps its keys. */
    public Path authority() {
        return path.resolve("authority");
    }

    /** The authority's own key and certificate. */
    public Path authorityFile() {
        return authority().resolve("authority.pem");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot release the lock of " + path, e);
        }
    }
}
