package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads records of the repository; total (IPMI 2.0, chapter 43). */
public final class SdrDecoder {

    static final int HEADER = 5;

    private static final int FULL_NAME = 47;
    private static final int COMPACT_NAME = 31;
    private static final int EVENT_NAME = 16;
    private static final int LOCATOR_NAME = 15;
    private static final int ASSOCIATION_BYTES = 16;
    private static final int DEVICE_ASSOCIATION_BYTES = 32;

    private SdrDecoder() {}

    /** Reads one record with its header. */
    public static Decoded<SdrRecord> decode(Octets in) {
        if (!in.has(HEADER)) {
            return Decoded.tooShort("a sensor data record", HEADER, in.length());
        }
        int id = in.u16(0);
        return switch (in.u8(3)) {
            case SdrRecord.FULL -> sensor(in, FULL_NAME);
            case SdrRecord.COMPACT -> sensor(in, COMPACT_NAME);
            case SdrRecord.EVENT_ONLY -> eventOnly(in);
            case SdrRecord.FRU_LOCATOR ->
                    needing(in, LOCATOR_NAME + 1, "a FRU locator", () -> fru(in));
            case SdrRecord.MC_LOCATOR ->
                    needing(in, LOCATOR_NAME + 1, "a controller's locator", () -> mc(in));
            case SdrRecord.GENERIC_LOCATOR ->
                    needing(in, LOCATOR_NAME + 1, "a device locator", () -> generic(in));
            case SdrRecord.ENTITY_ASSOCIATION ->
                    needing(in, ASSOCIATION_BYTES, "an association", () -> association(in, 8, 2));
            case SdrRecord.DEVICE_ENTITY_ASSOCIATION ->
                    needing(
                            in,
                            DEVICE_ASSOCIATION_BYTES,
                            "an association",
                            () -> association(in, 12, 4));
            case SdrRecord.OEM ->
                    needing(
                            in,
                            HEADER + 3,
                            "a maker's record",
                            () -> new SdrRecord.OemRecord(id, in.u24(5), in.from(8)));
            default -> new Decoded.Good<>(new SdrRecord.Other(id, in.u8(3)));
        };
    }

    private static Decoded<SdrRecord> needing(
            Octets in, int bytes, String what, Supplier<? extends SdrRecord> reader) {
        return in.has(bytes)
                ? new Decoded.Good<>(reader.get())
                : Decoded.tooShort(what, bytes, in.length());
    }

    private static SensorKey key(Octets in) {
        return new SensorKey(in.u8(5), in.u8(6) & 3, in.u8(7));
    }

    private static Entity entity(Octets in, int at) {
        // The highest bit tells logical from physical: the same thing either way.
        return new Entity(in.u8(at), in.u8(at + 1) & 0x7f);
    }

    private static String name(Octets in, int at) {
        return Texts.name(in.u8(at), in.from(at + 1));
    }

    private static Decoded<SdrRecord> sensor(Octets in, int nameAt) {
        if (!in.has(nameAt + 1)) {
            return Decoded.tooShort("a sensor's record", nameAt + 1, in.length());
        }
        boolean full = nameAt == FULL_NAME;
        Optional<Scale> scale = full ? Optional.of(scale(in)) : Optional.empty();
        Sharing sharing = full ? Sharing.ALONE : Sharing.of(in.u8(23), in.u8(24));
        return new Decoded.Good<>(
                new SdrRecord.Sensor(
                        in.u16(0),
                        key(in),
                        entity(in, 8),
                        name(in, nameAt),
                        in.u8(12),
                        in.u8(13) & 0x7f,
                        in.u8(6) >> 4,
                        true,
                        (in.u8(11) & 0x80) != 0,
                        in.u16(18) & 0x7fff,
                        thresholds(in),
                        scale,
                        sharing));
    }

    /** Capabilities and the mask of readable thresholds (table 43-1, bytes 12 and 19). */
    private static SdrRecord.ThresholdAccess thresholds(Octets in) {
        int access = in.u8(11) >> 2 & 3;
        boolean byThreshold = (in.u8(13) & 0x7f) == SdrRecord.Sensor.THRESHOLD;
        if (!byThreshold || access == 0) {
            return SdrRecord.ThresholdAccess.NONE;
        }
        return new SdrRecord.ThresholdAccess(in.u8(18) & 0x3f, access == 1 || access == 2);
    }

    private static Scale scale(Octets in) {
        return new Scale(
                Scale.Format.of(in.u8(20)),
                Linearization.of(in.u8(23)),
                Factors.of(in, 24),
                SensorUnit.of(in.u8(20), in.u8(21), in.u8(22)));
    }

    private static Decoded<SdrRecord> eventOnly(Octets in) {
        if (!in.has(EVENT_NAME + 1)) {
            return Decoded.tooShort("an event-only record", EVENT_NAME + 1, in.length());
        }
        return new Decoded.Good<>(
                new SdrRecord.Sensor(
                        in.u16(0),
                        key(in),
                        entity(in, 8),
                        name(in, EVENT_NAME),
                        in.u8(10),
                        in.u8(11) & 0x7f,
                        in.u8(6) >> 4,
                        false,
                        false,
                        0,
                        SdrRecord.ThresholdAccess.NONE,
                        Optional.empty(),
                        Sharing.of(in.u8(12), in.u8(13))));
    }

    private static SdrRecord fru(Octets in) {
        return new SdrRecord.FruLocator(
                in.u16(0),
                in.u8(5),
                in.u8(6),
                (in.u8(7) & 0x80) != 0,
                entity(in, 12),
                name(in, LOCATOR_NAME));
    }

    private static SdrRecord mc(Octets in) {
        return new SdrRecord.McLocator(
                in.u16(0), in.u8(5), in.u8(6) & 0xf, entity(in, 12), name(in, LOCATOR_NAME));
    }

    private static SdrRecord generic(Octets in) {
        return new SdrRecord.GenericLocator(
                in.u16(0), in.u8(6), entity(in, 12), name(in, LOCATOR_NAME));
    }

    /** Four things, or two ranges of things, that make up one (tables 43-4 and 43-5). */
    private static SdrRecord association(Octets in, int first, int step) {
        boolean ranges = (in.u8(step == 2 ? 7 : 9) & 0x80) != 0;
        List<Entity> contained = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int at = first + i * step;
            if (at + 1 >= in.length() || in.u8(at) == 0) {
                continue;
            }
            Entity one = entity(in, at);
            contained.add(one);
            int next = at + step;
            if (ranges && i % 2 == 0 && next + 1 < in.length() && in.u8(next) == one.id()) {
                Entity last = entity(in, next);
                for (int k = one.instance() + 1; k <= last.instance(); k++) {
                    contained.add(new Entity(one.id(), k));
                }
                i++;
            }
        }
        return new SdrRecord.Association(in.u16(0), entity(in, 5), contained);
    }
}
