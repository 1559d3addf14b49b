package io.holdfast.agent.daemon;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The agent's own directory, which no other agent may use at the same time. */
final class StateDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private StateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be, for its owner alone, and takes it.
     *
     * @throws IOException with what to do, if it cannot be had
     */
    static StateDirectory take(Path path) throws IOException {
        try {
            return taken(path);
        } catch (FileSystemException e) {
            throw new IOException(
                    "cannot use the state directory "
                            + path
                            + ": "
                            + FileTrouble.of(e, path)
                            + "; expected a directory that this user may write, see"
                            + " agent.state-directory",
                    e);
        }
    }

    private static StateDirectory taken(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!held(channel)) {
            channel.close();
            throw new IOException(
                    path + ": another agent uses this state directory; stop it, or name another");
        }
        return new StateDirectory(path, channel);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            // Released with the channel.
            FileLock lock = channel.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
