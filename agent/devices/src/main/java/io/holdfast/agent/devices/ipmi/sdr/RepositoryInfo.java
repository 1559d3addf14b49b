package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/**
 * The state of the repository: while it is the same, the records are (IPMI 2.0, 33.9).
 *
 * @param records how many there are
 * @param added when one was last added
 * @param erased when one was last erased
 */
public record RepositoryInfo(int records, long added, long erased) {

    private static final int BYTES = 14;

    /** The question. */
    public static final Command<RepositoryInfo> COMMAND =
            new Command<>(
                    "Get SDR Repository Info",
                    Request.of(NetFn.STORAGE, 0x20),
                    RepositoryInfo::decode);

    /** The question to a controller without a repository: its device SDRs (35.2). */
    static final Command<RepositoryInfo> DEVICE =
            new Command<>(
                    "Get Device SDR Info",
                    Request.of(NetFn.SENSOR, 0x20, 1),
                    RepositoryInfo::decodeDevice);

    private static final long UNSPECIFIED = 0xffffffffL;

    /** Whether the BMC knows when a record was last added. */
    public boolean dated() {
        return added != 0 && added != UNSPECIFIED;
    }

    /** Reads the answer. */
    public static Decoded<RepositoryInfo> decode(Octets in) {
        return in.has(BYTES)
                ? new Decoded.Good<>(new RepositoryInfo(in.u16(1), in.u32(5), in.u32(9)))
                : Decoded.tooShort("the repository's state", BYTES, in.length());
    }

    static Decoded<RepositoryInfo> decodeDevice(Octets in) {
        if (!in.has(2)) {
            return Decoded.tooShort("device SDR information", 2, in.length());
        }
        long changed = in.has(6) ? in.u32(2) : 0;
        return new Decoded.Good<>(new RepositoryInfo(in.u8(0), changed, 0));
    }
}
