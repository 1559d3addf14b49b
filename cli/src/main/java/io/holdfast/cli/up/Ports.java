package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The two loopback ports of a collector.
 *
 * @param agents for the agent
 * @param api for HTTPS
 */
record Ports(int agents, int api) {

    /** As an installed collector has them. */
    private static final Ports USUAL = new Ports(7443, 7444);

    /** The usual ports where they are free, and any free ones otherwise. */
    static Ports free() {
        try (ServerSocket agents = bound(USUAL.agents);
                ServerSocket api = bound(USUAL.api)) {
            return new Ports(agents.getLocalPort(), api.getLocalPort());
        } catch (IOException e) {
            throw new Failure("cannot listen on 127.0.0.1: " + e.getMessage(), "");
        }
    }

    private static ServerSocket bound(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(loopback, wanted));
            return socket;
        } catch (IOException e) {
            socket.close();
        }
        ServerSocket any = new ServerSocket();
        any.bind(new InetSocketAddress(loopback, 0));
        return any;
    }
}
