package io.holdfast.agent.devices.ipmi.chassis;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/**
 * What the controller is (IPMI 2.0, 20.1).
 *
 * @param device its device id
 * @param firmware its firmware, such as {@code 3.15}
 * @param ipmi the version that it speaks, such as {@code 2.0}
 * @param maker the maker's IANA enterprise number
 * @param product the maker's product number
 * @param repository whether it has a repository of sensor data records, as all BMCs should
 */
public record DeviceId(
        int device, String firmware, String ipmi, int maker, int product, boolean repository) {

    private static final int BYTES = 11;

    /** The question. */
    public static final Command<DeviceId> COMMAND =
            new Command<>("Get Device ID", Request.of(NetFn.APP, 0x01), DeviceId::decode);

    /** Reads the answer. */
    public static Decoded<DeviceId> decode(Octets in) {
        if (!in.has(BYTES)) {
            return Decoded.tooShort("a device id", BYTES, in.length());
        }
        int version = in.u8(4);
        return new Decoded.Good<>(
                new DeviceId(
                        in.u8(0),
                        (in.u8(2) & 0x7f) + "." + Octets.hex(in.u8(3)),
                        (version & 0xf) + "." + (version >> 4),
                        in.u24(6) & 0xfffff,
                        in.u16(9),
                        (in.u8(5) & 0x02) != 0));
    }
}
