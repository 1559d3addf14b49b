package io.holdfast.cli.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Reaches a server by a Unix socket, which tells the server who we are by itself. */
public record UnixConnector(Path socket) implements Connector {

    @Override
    public Connection connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
        return new Connection(
                Channels.newInputStream(channel),
                Channels.newOutputStream(channel),
                "localhost",
                channel);
    }

    @Override
    public String peer() {
        return socket.toString();
    }
}
