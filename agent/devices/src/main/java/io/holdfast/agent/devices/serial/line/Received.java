package io.holdfast.agent.devices.serial.line;

import io.holdfast.core.observation.Silence;

/** What one read of a line brought. */
public sealed interface Received {

    /**
     * Something came.
     *
     * @param bytes at least one
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, handed on and never compared.
    record Bytes(byte[] bytes) implements Received {}

    /** Nothing came in the time given. */
    record Quiet() implements Received {}

    /**
     * The device is there no longer, or the line broke; it has to be opened anew.
     *
     * @param why what the operating system says
     */
    record Gone(Silence why) implements Received {}
}
