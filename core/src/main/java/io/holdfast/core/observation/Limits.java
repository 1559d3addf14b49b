package io.holdfast.core.observation;

import java.util.OptionalDouble;

/**
 * The limits that a device itself sets for a reading, in the reading's unit.
 *
 * <p>As IPMI's thresholds: beyond a {@code warning} limit the part is degraded, beyond a {@code
 * critical} one it has failed or soon will.
 */
public record Limits(
        OptionalDouble lowCritical,
        OptionalDouble lowWarning,
        OptionalDouble highWarning,
        OptionalDouble highCritical) {

    /** No limit at all. */
    public static final Limits NONE =
            new Limits(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    /** Limits upwards only. */
    public static Limits high(OptionalDouble warning, OptionalDouble critical) {
        return new Limits(OptionalDouble.empty(), OptionalDouble.empty(), warning, critical);
    }

    /** Whether no limit is set. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** What these limits say of a value; a value at the limit is beyond it. */
    public Health judge(double value) {
        if (value >= highCritical.orElse(Double.POSITIVE_INFINITY)
                || value <= lowCritical.orElse(Double.NEGATIVE_INFINITY)) {
            return Health.FAILED;
        }
        boolean warned =
                value >= highWarning.orElse(Double.POSITIVE_INFINITY)
                        || value <= lowWarning.orElse(Double.NEGATIVE_INFINITY);
        return warned ? Health.DEGRADED : Health.OK;
    }
}
