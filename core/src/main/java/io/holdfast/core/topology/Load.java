package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Unit;
import java.util.OptionalDouble;

/**
 * What something that is left would carry.
 *
 * @param component what carries
 * @param unit amperes or bits per second
 * @param before what it carries now; empty where nobody measures it
 * @param after what it would carry; empty where that cannot be said
 * @param limit the most it may carry
 */
public record Load(
        ComponentId component,
        Unit unit,
        OptionalDouble before,
        OptionalDouble after,
        double limit) {

    /** More of its limit than this is no plan for a long night. */
    private static final double NEARLY = 0.8;

    /** Whether it would carry more than it may. */
    public boolean over() {
        return after.isPresent() && after.getAsDouble() > limit;
    }

    /** Whether it would carry nearly all that it may. */
    public boolean nearly() {
        return after.isPresent() && after.getAsDouble() > NEARLY * limit;
    }
}
