package io.holdfast.mibs.trap;

import io.holdfast.core.component.Kind;
import java.util.Set;

/**
 * What a sensor's event says in a Platform Event Trap.
 *
 * @param sensors the sensor types it holds for (IPMI 2.0, table 42-3); empty for all
 * @param event the event or reading type (table 42-1)
 * @param offset the offset of the state
 * @param kind of what kind the part is
 * @param asserted what it says when the state begins
 * @param over what it says when the state ends
 */
record PlatformRule(
        Set<Integer> sensors, int event, int offset, Kind kind, Reading asserted, Reading over) {

    PlatformRule {
        sensors = Set.copyOf(sensors);
    }

    boolean fits(PlatformEvent told) {
        return told.event() == event
                && told.offset() == offset
                && (sensors.isEmpty() || sensors.contains(told.sensor()));
    }
}
