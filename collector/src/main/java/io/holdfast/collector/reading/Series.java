package io.holdfast.collector.reading;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;

/**
 * A row of values over time: one reading of one part.
 *
 * @param reading the reading's name
 */
public record Series(ComponentId component, String reading, Unit unit) {

    /** The series that a reading belongs to. */
    public static Series of(ComponentId component, Reading reading) {
        return new Series(component, reading.name(), reading.unit());
    }

    /** What follows the host in the series' name in the store. */
    public String local() {
        return component.local() + "|" + reading + "|" + unit.word();
    }
}
