package io.holdfast.agent.devices.ipmi.sensor;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.sdr.Scale;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sdr.SensorUnit;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A sensor's raw thresholds (IPMI 2.0, 35.9).
 *
 * @param readable a bit for each that is there: 0 lower non-critical, 1 lower critical, 2 lower
 *     non-recoverable, 3 to 5 the upper ones
 * @param raw the six of them in that order
 */
public record Thresholds(int readable, Octets raw) {

    /** A sensor without any. */
    public static final Thresholds NONE = new Thresholds(0, Octets.of(0, 0, 0, 0, 0, 0));

    public static final int LOWER_WARNING = 0;
    public static final int LOWER_CRITICAL = 1;
    public static final int LOWER_FATAL = 2;
    public static final int UPPER_WARNING = 3;
    public static final int UPPER_CRITICAL = 4;
    public static final int UPPER_FATAL = 5;

    private static final int COMMAND = 0x27;
    private static final int BYTES = 7;

    /** The question for one sensor. */
    public static Command<Thresholds> command(SensorKey key) {
        return new Command<>(
                "Get Sensor Thresholds",
                Request.of(NetFn.SENSOR, COMMAND, key.number()).behind(key.lun()),
                Thresholds::decode);
    }

    /** Reads the answer. */
    public static Decoded<Thresholds> decode(Octets in) {
        return in.has(BYTES)
                ? new Decoded.Good<>(new Thresholds(in.u8(0) & 0x3f, in.slice(1, BYTES)))
                : Decoded.tooShort("thresholds", BYTES, in.length());
    }

    /** One threshold as a number in the sensor's own unit; empty where there is none. */
    public OptionalDouble value(int which, Scale scale) {
        return (readable >> which & 1) == 1 ? scale.convert(raw.u8(which)) : OptionalDouble.empty();
    }

    /**
     * The limits in our units; where only a non-recoverable limit is set, it is the critical one.
     */
    public Limits limits(Scale scale) {
        SensorUnit unit = scale.unit();
        return new Limits(
                first(scale, unit::ours, LOWER_CRITICAL, LOWER_FATAL),
                first(scale, unit::ours, LOWER_WARNING),
                first(scale, unit::ours, UPPER_WARNING),
                first(scale, unit::ours, UPPER_CRITICAL, UPPER_FATAL));
    }

    private OptionalDouble first(Scale scale, DoubleUnaryOperator ours, int... which) {
        for (int each : which) {
            OptionalDouble value = value(each, scale);
            if (value.isPresent()) {
                return OptionalDouble.of(ours.applyAsDouble(value.getAsDouble()));
            }
        }
        return OptionalDouble.empty();
    }

    /** What the BMC's own comparison with the thresholds says, from the bits of a reading. */
    public static Health judge(int bits) {
        boolean critical = (bits & 0b110110) != 0;
        boolean warning = (bits & 0b001001) != 0;
        if (critical) {
            return Health.FAILED;
        }
        return warning ? Health.DEGRADED : Health.OK;
    }

    /** The same in words, the worst first; empty where no threshold is passed. */
    public static String words(int bits) {
        String[] names = {
            "at or below the lower non-critical threshold",
            "at or below the lower critical threshold",
            "at or below the lower non-recoverable threshold",
            "at or above the upper non-critical threshold",
            "at or above the upper critical threshold",
            "at or above the upper non-recoverable threshold"
        };
        for (int which : new int[] {2, 5, 1, 4, 0, 3}) {
            if ((bits >> which & 1) == 1) {
                return names[which];
            }
        }
        return "";
    }
}
