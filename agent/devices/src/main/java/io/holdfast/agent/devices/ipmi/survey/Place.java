package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sdr.Entity;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sdr.SensorUnit;
import io.holdfast.agent.devices.ipmi.sensor.Meaning;
import io.holdfast.agent.devices.ipmi.sensor.SensorType;
import io.holdfast.agent.devices.ipmi.sensor.States;
import io.holdfast.core.component.Kind;

/**
 * Which component a sensor tells of. Decided by sensor type, event/reading type and entity, never
 * by name.
 */
sealed interface Place {

    /** The power supply that this entity is. */
    record Supply(Entity entity) implements Place {}

    /** A component of its own. */
    record Own(Kind kind) implements Place {}

    /** Whatever component of this kind has the same entity; the server where none has. */
    record Beside(Kind kind) implements Place {}

    /** A group of components, of whose redundancy it tells. */
    record Group(Kind kind) implements Place {}

    /** The server as a whole. */
    record Server() implements Place {}

    static Place of(SensorLook look) {
        Sensor sensor = look.sensor();
        if (sensor.eventType() == States.REDUNDANCY) {
            return redundancy(sensor);
        }
        if (sensor.entity().id() == Entity.POWER_SUPPLY) {
            return new Supply(sensor.entity());
        }
        return switch (sensor.type()) {
            case SensorType.POWER_SUPPLY -> new Own(Kind.PSU);
            case SensorType.FAN -> numeric(sensor) ? new Own(Kind.FAN) : new Beside(Kind.FAN);
            case SensorType.TEMPERATURE ->
                    numeric(sensor) ? new Own(Kind.TEMPERATURE) : new Server();
            case SensorType.PROCESSOR -> ownIfPresenceIsTold(look, Kind.CPU);
            case SensorType.MEMORY -> ownIfPresenceIsTold(look, Kind.DIMM);
            case SensorType.DRIVE_SLOT -> new Own(Kind.DISK);
            case SensorType.BATTERY -> new Own(Kind.BATTERY);
            default -> new Server();
        };
    }

    /** Trip signals have the type of the thing too; the thing itself can say that it is there. */
    private static Place ownIfPresenceIsTold(SensorLook look, Kind kind) {
        return look.canSay(Meaning.PRESENT) ? new Own(kind) : new Server();
    }

    private static Place redundancy(Sensor sensor) {
        return switch (sensor.type()) {
            case SensorType.POWER_SUPPLY, SensorType.POWER_UNIT -> new Group(Kind.PSU);
            case SensorType.FAN, SensorType.COOLING -> new Group(Kind.FAN);
            default -> new Server();
        };
    }

    private static boolean numeric(Sensor sensor) {
        return sensor.scale()
                .filter(scale -> scale.analog())
                .map(scale -> scale.unit())
                .flatMap(SensorUnit::unit)
                .isPresent();
    }
}
