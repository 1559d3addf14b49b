package io.holdfast.collector.api.server;

import io.holdfast.collector.api.caller.LocalCallers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The place of a Unix socket in the file system. */
final class UnixSocket {

    private UnixSocket() {}

    /**
     * Takes away what a collector that was killed left behind.
     *
     * @throws IOException if another process listens there, or something else is in the way
     */
    static void clear(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
            throw new IOException("another collector listens at " + path + ": stop it first");
        } catch (ConnectException e) {
            // ECONNREFUSED: a socket without a listener, or no socket at all.
            if (Files.isRegularFile(path) || Files.isDirectory(path)) {
                throw new IOException("expected a socket at " + path + ", found a file", e);
            }
            Files.delete(path);
        }
    }

    /**
     * Lets everyone connect: who may do what is decided by the peer's credentials, with an error
     * that says so. And gives the two users that count, the socket's owner being our own.
     */
    static LocalCallers open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        return callers(path);
    }

    static LocalCallers callers(Path ours) throws IOException {
        return new LocalCallers(
                ours.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("root"),
                Files.getOwner(ours, LinkOption.NOFOLLOW_LINKS));
    }
}
