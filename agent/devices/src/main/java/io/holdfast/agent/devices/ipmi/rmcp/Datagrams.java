package io.holdfast.agent.devices.ipmi.rmcp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The way that packets take to one BMC and back. */
public interface Datagrams extends AutoCloseable {

    void send(byte[] packet) throws IOException;

    /**
     * The next packet, or empty where none came in that time.
     *
     * @throws IOException if the way is cut: the port is closed, the network is not there
     */
    Optional<byte[]> receive(Duration within) throws IOException, InterruptedException;

    @Override
    void close();

    /** Opens such a way. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens a way to this place; sends nothing.
         *
         * @throws IOException if the name is not known or the network not there
         */
        Datagrams open(String host, int port) throws IOException;
    }
}
