package io.holdfast.agent.devices.serial.link;

import java.time.Duration;

/** What a link tells. */
public sealed interface LinkEvent {

    /**
     * Both ends hear one another.
     *
     * @param restarted whether the other end has started anew since it was heard last
     */
    record Up(boolean restarted) implements LinkEvent {}

    /**
     * Nothing that counts was heard for too long. It says nothing of the other host: the cable may
     * be out.
     */
    record Down(Duration quiet) implements LinkEvent {}

    /**
     * A message came, whole and from whom it says.
     *
     * @param missed how many frames were lost on the way since the one before
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
    record Message(byte[] body, long missed) implements LinkEvent {}
}
