package io.holdfast.agent.devices.ipmi.device;

import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The kernel's driver of the BMC, opened. For one thread at a time. */
interface Driver extends AutoCloseable {

    /** Hands a request over, under an id by which its answer will be known. */
    void send(long id, Request request) throws IOException;

    /** The next message, or empty where none came in that time. */
    Optional<Message> receive(Duration within) throws IOException;

    @Override
    void close();

    /**
     * A message from the driver.
     *
     * @param answer whether it answers a request, and is not an event
     * @param id the request's id
     * @param data completion code and data
     */
    record Message(boolean answer, long id, Octets data) {}

    /** Opens the driver. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens the device file.
         *
         * @throws java.nio.file.NoSuchFileException if there is none
         * @throws java.nio.file.AccessDeniedException if we may not
         */
        Driver open() throws IOException;
    }
}
