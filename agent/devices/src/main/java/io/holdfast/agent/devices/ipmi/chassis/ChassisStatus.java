package io.holdfast.agent.devices.ipmi.chassis;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/**
 * How the chassis is (IPMI 2.0, 28.2).
 *
 * @param powerOn whether the system's power is on
 * @param overload a power overload shut it down
 * @param interlock an interlock keeps it down
 * @param powerFault a fault in the main power subsystem
 * @param controlFault power could not be switched as asked
 * @param intrusion the chassis is open
 * @param driveFault a drive has failed
 * @param coolingFault cooling or a fan has failed
 */
public record ChassisStatus(
        boolean powerOn,
        boolean overload,
        boolean interlock,
        boolean powerFault,
        boolean controlFault,
        boolean intrusion,
        boolean driveFault,
        boolean coolingFault) {

    private static final int BYTES = 3;

    /** The question. */
    public static final Command<ChassisStatus> COMMAND =
            new Command<>(
                    "Get Chassis Status", Request.of(NetFn.CHASSIS, 0x01), ChassisStatus::decode);

    /** Reads the answer. */
    public static Decoded<ChassisStatus> decode(Octets in) {
        if (!in.has(BYTES)) {
            return Decoded.tooShort("chassis status", BYTES, in.length());
        }
        int power = in.u8(0);
        int more = in.u8(2);
        return new Decoded.Good<>(
                new ChassisStatus(
                        (power & 0x01) != 0,
                        (power & 0x02) != 0,
                        (power & 0x04) != 0,
                        (power & 0x08) != 0,
                        (power & 0x10) != 0,
                        (more & 0x01) != 0,
                        (more & 0x04) != 0,
                        (more & 0x08) != 0));
    }
}
