package io.holdfast.agent.devices.ipmi.sel;

import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import java.time.Instant;
import java.util.Optional;

/** One entry of the log (IPMI 2.0, chapter 32). */
public sealed interface SelEntry {

    /** Its number in the log. */
    int id();

    /** When it was written, by the BMC's clock; empty where that was not set yet. */
    Optional<Instant> at();

    /**
     * A sensor changed its state.
     *
     * @param key which sensor
     * @param sensorType what it senses
     * @param eventType how its states are to be read
     * @param asserted whether the state began; otherwise it ended
     * @param offset the state
     * @param data the three bytes of data
     */
    record SensorEvent(
            int id,
            Optional<Instant> at,
            SensorKey key,
            int sensorType,
            int eventType,
            boolean asserted,
            int offset,
            Octets data)
            implements SelEntry {}

    /** An entry of the maker's own. */
    record MakerEvent(int id, Optional<Instant> at, int type, Octets data) implements SelEntry {}
}
