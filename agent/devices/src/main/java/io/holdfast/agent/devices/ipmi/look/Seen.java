package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.sensor.SensorReading;
import java.util.OptionalDouble;

/** What came of asking one sensor. */
public sealed interface Seen {

    /**
     * It has a present state.
     *
     * @param reading its raw number and states
     * @param value its number in its own unit; empty where it has none
     */
    record Present(SensorReading reading, OptionalDouble value) implements Seen {}

    /** It exists and has no present state: it is not scanned, or its thing is not there. */
    record NotAvailable() implements Seen {}

    /** The BMC says that it is not present. */
    record NotThere() implements Seen {}

    /** The BMC refuses to tell, by this completion code. */
    record Refused(int code) implements Seen {}

    /** No answer: nothing is known. */
    record Lost(Answer.Why why, String detail) implements Seen {}

    /** It cannot be asked: it only sends events, or software or another controller owns it. */
    record NotAsked() implements Seen {}
}
