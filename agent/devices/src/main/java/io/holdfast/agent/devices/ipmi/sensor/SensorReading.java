package io.holdfast.agent.devices.ipmi.sensor;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;

/**
 * What a sensor answers: its raw number and its states (IPMI 2.0, 35.14).
 *
 * @param raw the raw number, 0 to 255
 * @param scanning whether the sensor is being scanned
 * @param unavailable whether the reading or state is not available now
 * @param bits the states: for thresholds bits 0 to 5, for discrete sensors 15 of them
 */
public record SensorReading(int raw, boolean scanning, boolean unavailable, int bits) {

    private static final int SHORTEST = 2;
    private static final int COMMAND = 0x2d;

    /** The question for one sensor. */
    public static Command<SensorReading> command(SensorKey key) {
        return new Command<>(
                "Get Sensor Reading",
                Request.of(NetFn.SENSOR, COMMAND, key.number()).behind(key.lun()),
                SensorReading::decode);
    }

    /** Reads the answer; the bytes of states may be missing. */
    public static Decoded<SensorReading> decode(Octets in) {
        if (!in.has(SHORTEST)) {
            return Decoded.tooShort("a sensor reading", SHORTEST, in.length());
        }
        int low = in.has(3) ? in.u8(2) : 0;
        int high = in.has(4) ? in.u8(3) & 0x7f : 0;
        return new Decoded.Good<>(
                new SensorReading(
                        in.u8(0), (in.u8(1) & 0x40) != 0, (in.u8(1) & 0x20) != 0, low | high << 8));
    }

    /** Whether there is a present state at all. */
    public boolean valid() {
        return scanning && !unavailable;
    }
}
