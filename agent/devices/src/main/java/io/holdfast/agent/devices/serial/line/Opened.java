package io.holdfast.agent.devices.serial.line;

import io.holdfast.core.observation.Silence;

/** What became of opening a line. */
public sealed interface Opened {

    /** It is open. */
    record Open(Line line) implements Opened {}

    /**
     * It is not.
     *
     * @param why what stands in the way, and what to do about it
     */
    record Refused(Silence why) implements Opened {}
}
