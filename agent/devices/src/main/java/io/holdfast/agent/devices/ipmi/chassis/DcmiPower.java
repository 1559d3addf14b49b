package io.holdfast.agent.devices.ipmi.chassis;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/**
 * The power that the server draws (DCMI 1.5, 6.6.1).
 *
 * @param watts now
 * @param least the least in the period, in watts
 * @param most the most
 * @param average the average
 * @param periodMillis over what time
 * @param active whether it is being measured
 */
public record DcmiPower(
        int watts, int least, int most, int average, long periodMillis, boolean active) {

    private static final int GROUP_DCMI = 0xdc;
    private static final int SYSTEM_POWER = 0x01;
    private static final int BYTES = 18;

    /** The question. */
    public static final Command<DcmiPower> COMMAND =
            new Command<>(
                    "Get Power Reading (DCMI)",
                    Request.of(NetFn.GROUP, 0x02, GROUP_DCMI, SYSTEM_POWER, 0, 0),
                    DcmiPower::decode);

    /** Reads the answer. */
    public static Decoded<DcmiPower> decode(Octets in) {
        if (!in.has(BYTES)) {
            return Decoded.tooShort("a DCMI power reading", BYTES, in.length());
        }
        if (in.u8(0) != GROUP_DCMI) {
            return new Decoded.Bad<>("an answer of another body than DCMI");
        }
        return new Decoded.Good<>(
                new DcmiPower(
                        in.u16(1),
                        in.u16(3),
                        in.u16(5),
                        in.u16(7),
                        in.u32(13),
                        (in.u8(17) & 0x40) != 0));
    }
}
