package io.holdfast.agent.devices.serial.line;

import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.util.Optional;

/**
 * An open serial line. For one thread at a time, which must be a platform thread: reads and writes
 * block in native code.
 */
public interface Line extends AutoCloseable {

    /**
     * Reads what is there, or the first that comes.
     *
     * @param most bytes to give at most, at least 1
     * @param wait how long to wait for the first byte; at least a millisecond is waited
     * @throws InterruptedException if this thread is interrupted; noticed within a fifth of a
     *     second
     */
    Received read(int most, Duration wait) throws InterruptedException;

    /**
     * Sends all of these bytes; empty if they are on their way, and why not otherwise.
     *
     * @param within how long a device that holds us back may take
     */
    Optional<Silence> write(byte[] bytes, Duration within) throws InterruptedException;

    /** Gives the device back. Never throws, and may be called twice. */
    @Override
    void close();
}
