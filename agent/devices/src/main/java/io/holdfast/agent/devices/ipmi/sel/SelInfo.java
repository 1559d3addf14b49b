package io.holdfast.agent.devices.ipmi.sel;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/**
 * How full the log is (IPMI 2.0, 31.2).
 *
 * @param entries how many entries it has
 * @param freeBytes room for more
 * @param added when an entry was last added, as the BMC counts time
 * @param erased when it was last cleared
 * @param overflow whether entries were lost for want of room
 */
public record SelInfo(int entries, int freeBytes, long added, long erased, boolean overflow) {

    private static final int BYTES = 14;

    /** The question. */
    public static final Command<SelInfo> COMMAND =
            new Command<>("Get SEL Info", Request.of(NetFn.STORAGE, 0x40), SelInfo::decode);

    /** Reads the answer. */
    public static Decoded<SelInfo> decode(Octets in) {
        return in.has(BYTES)
                ? new Decoded.Good<>(
                        new SelInfo(
                                in.u16(1),
                                in.u16(3),
                                in.u32(5),
                                in.u32(9),
                                (in.u8(13) & 0x80) != 0))
                : Decoded.tooShort("the log's state", BYTES, in.length());
    }
}
