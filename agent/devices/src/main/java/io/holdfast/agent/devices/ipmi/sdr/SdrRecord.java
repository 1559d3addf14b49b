package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One record of the repository. */
public sealed interface SdrRecord {

    int FULL = 0x01;
    int COMPACT = 0x02;
    int EVENT_ONLY = 0x03;
    int ENTITY_ASSOCIATION = 0x08;
    int DEVICE_ENTITY_ASSOCIATION = 0x09;
    int GENERIC_LOCATOR = 0x10;
    int FRU_LOCATOR = 0x11;
    int MC_LOCATOR = 0x12;
    int MC_CONFIRMATION = 0x13;
    int BMC_CHANNELS = 0x14;
    int OEM = 0xc0;

    /** Its number in the repository. */
    int id();

    /**
     * A sensor, from a full, compact or event-only record.
     *
     * @param key what tells it from others
     * @param entity what it watches
     * @param name what its maker calls it; repeated names are common
     * @param type what it senses, of table 42-3
     * @param eventType how its states are to be read, of table 42-1
     * @param channel the channel on which its owner is reached
     * @param readable whether it has a present state, as event-only records have not
     * @param ignoredIfAbsent whether it means nothing while its entity is absent
     * @param mask a bit for each discrete state that can be read; all where the record does not say
     * @param threshold whether and how its thresholds can be read
     * @param scale how its numbers are read; empty for compact records
     * @param sharing how many sensors the record stands for
     */
    record Sensor(
            int id,
            SensorKey key,
            Entity entity,
            String name,
            int type,
            int eventType,
            int channel,
            boolean readable,
            boolean ignoredIfAbsent,
            int mask,
            ThresholdAccess threshold,
            Optional<Scale> scale,
            Sharing sharing)
            implements SdrRecord {

        /** The event type of sensors with thresholds. */
        public static final int THRESHOLD = 0x01;

        /** Each sensor that this record stands for. */
        public List<Sensor> each() {
            if (sharing.count() == 1) {
                return List.of(this);
            }
            List<Sensor> all = new ArrayList<>();
            for (int i = 0; i < sharing.count(); i++) {
                all.add(one(i));
            }
            return all;
        }

        private Sensor one(int index) {
            int number = key.number() + index & 0xff;
            int instance = sharing.entities() ? entity.instance() + index : entity.instance();
            return new Sensor(
                    id,
                    new SensorKey(key.owner(), key.lun(), number),
                    new Entity(entity.id(), instance),
                    sharing.name(name, index),
                    type,
                    eventType,
                    channel,
                    readable,
                    ignoredIfAbsent,
                    mask,
                    threshold,
                    scale,
                    Sharing.ALONE);
        }

        /** Whether this discrete state can be read at all. */
        public boolean tells(int offset) {
            return (mask >> offset & 1) == 1;
        }

        public boolean thresholds() {
            return eventType == THRESHOLD;
        }
    }

    /**
     * Whether thresholds can be read.
     *
     * @param readable a bit for each, as Get Sensor Thresholds numbers them: 0 lower non-critical
     *     to 5 upper non-recoverable
     * @param command whether the command Get Sensor Thresholds answers
     */
    record ThresholdAccess(int readable, boolean command) {

        static final ThresholdAccess NONE = new ThresholdAccess(0, false);
    }

    /**
     * A replaceable unit and where its description can be read.
     *
     * @param device its FRU device number behind the BMC, where {@code logical}
     * @param logical whether it is read by Read FRU Data; otherwise it is a chip on a bus
     */
    record FruLocator(int id, int access, int device, boolean logical, Entity entity, String name)
            implements SdrRecord {}

    /** A management controller. */
    record McLocator(int id, int address, int channel, Entity entity, String name)
            implements SdrRecord {}

    /** Another device on a bus. */
    record GenericLocator(int id, int address, Entity entity, String name) implements SdrRecord {}

    /** An entity that is made of others. */
    record Association(int id, Entity container, List<Entity> contained) implements SdrRecord {

        public Association {
            contained = List.copyOf(contained);
        }
    }

    /** A record of the maker's own; only he knows what it says. */
    record OemRecord(int id, int maker, Octets data) implements SdrRecord {}

    /** A record that tells of nothing that we watch, or of a type that we do not know. */
    record Other(int id, int type) implements SdrRecord {}
}
