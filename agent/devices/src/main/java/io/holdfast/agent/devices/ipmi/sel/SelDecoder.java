package io.holdfast.agent.devices.ipmi.sel;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import java.time.Instant;
import java.util.Optional;

/** Reads entries of the log; total (IPMI 2.0, tables 32-1 to 32-3). */
public final class SelDecoder {

    /** The length of every entry. */
    public static final int BYTES = 16;

    private static final int SYSTEM_EVENT = 0x02;
    private static final int FIRST_TIMED_OEM = 0xc0;
    private static final int FIRST_UNTIMED_OEM = 0xe0;

    /** Below this a time counts seconds since the BMC's start, because its clock was not set. */
    private static final long FIRST_TIME = 0x20000000L;

    private static final long NO_TIME = 0xffffffffL;

    private SelDecoder() {}

    /** Reads one entry. */
    public static Decoded<SelEntry> decode(Octets in) {
        if (!in.has(BYTES)) {
            return Decoded.tooShort("a log entry", BYTES, in.length());
        }
        int type = in.u8(2);
        if (type == SYSTEM_EVENT) {
            return new Decoded.Good<>(event(in));
        }
        if (type >= FIRST_UNTIMED_OEM) {
            return new Decoded.Good<>(
                    new SelEntry.MakerEvent(in.u16(0), Optional.empty(), type, in.slice(3, 16)));
        }
        return type >= FIRST_TIMED_OEM
                ? new Decoded.Good<>(
                        new SelEntry.MakerEvent(in.u16(0), time(in.u32(3)), type, in.slice(7, 16)))
                : new Decoded.Bad<>("a log entry of type 0x" + Octets.hex(type));
    }

    private static SelEntry event(Octets in) {
        SensorKey key = new SensorKey(in.u8(7), in.u8(8) & 3, in.u8(11));
        return new SelEntry.SensorEvent(
                in.u16(0),
                time(in.u32(3)),
                key,
                in.u8(10),
                in.u8(12) & 0x7f,
                (in.u8(12) & 0x80) == 0,
                in.u8(13) & 0xf,
                in.slice(13, 16));
    }

    /** A time of the log; the BMC's clock is taken for UTC, as its makers mean it. */
    static Optional<Instant> time(long seconds) {
        return seconds < FIRST_TIME || seconds == NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
