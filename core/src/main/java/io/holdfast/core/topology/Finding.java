package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.List;

/**
 * Something about the topology that a person should look at.
 *
 * @param sort what sort of thing it is
 * @param about what it concerns, the main thing first; never empty
 * @param text in plain words
 */
public record Finding(Sort sort, List<ComponentId> about, String text) {

    /** The sorts of findings. */
    public enum Sort {
        /** Parts that cover one another hang on the same thing. */
        SHARED,
        /** Two sources say different things. */
        CONFLICT,
        /** The settings name what nobody reports. */
        MISSING,
        /** Something depends on itself. */
        CIRCLE,
        /** A part of which the topology does not know what it hangs on. */
        UNCONNECTED
    }

    public Finding {
        about = List.copyOf(about);
    }
}
