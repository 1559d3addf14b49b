package io.holdfast.wire.api;

import java.util.OptionalDouble;

/**
 * A number that a component shows.
 *
 * @param name what is measured
 * @param value the value
 * @param unit the unit's word, such as {@code celsius}
 * @param limits the device's own limits
 */
public record ReadingReport(String name, double value, String unit, Limits limits) {

    /** The limits that a device sets, in the unit of the reading; each may be missing. */
    public record Limits(
            OptionalDouble lowCritical,
            OptionalDouble lowWarning,
            OptionalDouble highWarning,
            OptionalDouble highCritical) {}
}
