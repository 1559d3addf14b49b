package io.holdfast.agent.devices.ipmi.sensor;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.sdr.Factors;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;

/** The factors of a non-linear sensor at one reading (IPMI 2.0, 35.5). */
public final class ReadingFactors {

    private static final int COMMAND = 0x23;
    private static final int BYTES = 7;

    private ReadingFactors() {}

    /** The question for one sensor at one raw reading. */
    public static Command<Factors> command(SensorKey key, int raw) {
        return new Command<>(
                "Get Sensor Reading Factors",
                Request.of(NetFn.SENSOR, COMMAND, key.number(), raw).behind(key.lun()),
                ReadingFactors::decode);
    }

    static Decoded<Factors> decode(Octets in) {
        return in.has(BYTES)
                ? new Decoded.Good<>(Factors.of(in, 1))
                : Decoded.tooShort("reading factors", BYTES, in.length());
    }
}
