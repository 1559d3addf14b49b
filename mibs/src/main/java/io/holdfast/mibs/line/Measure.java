package io.holdfast.mibs.line;

import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;

/**
 * How a device's number becomes a reading.
 *
 * @param name what is measured, such as {@code voltage}
 * @param unit the reading's unit
 * @param scale what the device's number is multiplied by
 * @param offset what is then added
 * @param limits beyond which the part is degraded or failed, in the reading's unit
 */
public record Measure(String name, Unit unit, double scale, double offset, Limits limits) {

    /** The reading for a device's number. */
    public double of(double raw) {
        return raw * scale + offset;
    }
}
