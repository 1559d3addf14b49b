package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.List;

/**
 * A component whose loss alone stops something.
 *
 * @param component it
 * @param stops what would stop for certain, each with the way there
 * @param endangers what would hang on parts of which nothing is known
 * @param byDesign whether it would be one even if every part were well; otherwise something that is
 *     lost now has made it one
 */
public record Spof(
        ComponentId component, List<Chain> stops, List<ComponentId> endangers, boolean byDesign) {

    public Spof {
        stops = List.copyOf(stops);
        endangers = List.copyOf(endangers);
    }
}
