package io.holdfast.config.supervisor;

import java.time.Duration;
import java.util.Optional;

/**
 * The one who started this service and wants to hear how it does.
 *
 * <p>Telling never fails and never waits: a service does its work whether or not anybody listens.
 */
public interface Supervisor {

    /** The service has started and does its work; also the end of a reload. */
    void ready(String status);

    /** What the service does now, in one line for a person. */
    void status(String status);

    /**
     * The service reads its settings again; {@link #ready} ends that.
     *
     * @param monotonicNanos the moment by the clock of {@link System#nanoTime}
     */
    void reloading(long monotonicNanos);

    /** The service is about to end. */
    void stopping();

    /** The service is alive; to be told at least as often as {@link #heartbeat} says. */
    void alive();

    /** How often the supervisor is to be told; empty if it does not watch. */
    Optional<Duration> heartbeat();
}
