package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that a service requires.
 *
 * @param needed how many must work
 * @param of out of these
 */
public record Need(int needed, SortedSet<ComponentId> of) {

    public Need {
        of = Collections.unmodifiableSortedSet(new TreeSet<>(of));
        if (needed < 1 || needed > of.size()) {
            throw new IllegalArgumentException(
                    "expected to need 1 to " + of.size() + ", found " + needed);
        }
    }
}
