package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code holdfast up} keeps what it must not forget between two starts.
 *
 * @param root the folder, for its owner alone
 */
public record StateFolder(Path root) {

    /** Longer paths do not fit a Unix socket's address (unix(7): 108 bytes with the final zero). */
    private static final int LONGEST_SOCKET = 107;

    Path collectorSettings() {
        return root.resolve("collector.yaml");
    }

    Path agentSettings() {
        return root.resolve("agent.yaml");
    }

    Path collectorState() {
        return root.resolve("collector");
    }

    /** The key and the certificate of the collector's authority. */
    Path authority() {
        return collectorState().resolve("authority").resolve("authority.pem");
    }

    /** Everything else that the collector remembers. */
    Path store() {
        return collectorState().resolve("holdfast.db");
    }

    Path agentState() {
        return root.resolve("agent");
    }

    /** Where the collector listens for commands on this machine. */
    public Path socket() {
        return root.resolve("collector.sock");
    }

    Path token() {
        return root.resolve("enrolment.token");
    }

    Path log(String program) {
        return root.resolve(program + ".log");
    }

    /** The key and certificates of the agent. */
    Path identity() {
        return agentState().resolve("identity.pem");
    }

    /** Makes the folders, open to their owner alone. */
    void create() {
        if (socket().toString().length() > LONGEST_SOCKET) {
            throw new Failure(
                    "expected a state folder whose socket has a path of at most "
                            + LONGEST_SOCKET
                            + " characters, found "
                            + socket(),
                    "choose a shorter one with --state DIR");
        }
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            Files.createDirectories(root, ownerOnly);
            Files.createDirectories(collectorState(), ownerOnly);
            Files.createDirectories(agentState(), ownerOnly);
        } catch (IOException e) {
            throw new Failure(
                    "cannot make the state folder " + root + ": " + FileTrouble.of(e, root),
                    "choose one that you may write with --state DIR");
        }
    }

    /**
     * Takes the folder for this process until it ends: two at once would spoil each other's state.
     */
    Lock lock() {
        Path file = root.resolve("lock");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Failure(
                        "another holdfast up is running with the state in " + root,
                        "use its report (holdfast report), end it, or choose another with --state DIR");
            }
            return new Lock(channel, lock);
        } catch (IOException e) {
            throw new Failure(
                    "cannot lock " + file + ": " + FileTrouble.of(e, file), "check its rights");
        }
    }

    /** Writes a file that only its owner may read. */
    static void writePrivately(Path file, String text) {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        @Nullable Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("expected a file in a folder, found " + file);
        }
        try {
            Path fresh = Files.createTempFile(parent, ".new", ".tmp", ownerOnly);
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure(
                    "cannot write " + file + ": " + FileTrouble.of(e, file),
                    "check the disk and its rights");
        }
    }

    /** Removes a file if it is there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(
                    "cannot remove " + file + ": " + FileTrouble.of(e, file), "check its rights");
        }
    }

    /** The hold on a state folder. */
    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new Failure("cannot release the state folder: " + e.getMessage(), "");
            }
        }
    }
}
