package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.List;

/**
 * The way from a loss to what it stops.
 *
 * @param steps the lost component first, then each that stops because of the one before
 */
public record Chain(List<ComponentId> steps) {

    public Chain {
        steps = List.copyOf(steps);
    }

    /** What stops in the end. */
    public ComponentId end() {
        return steps.getLast();
    }
}
