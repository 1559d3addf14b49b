package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One edge: a component requires another, alone or with others that cover it.
 *
 * @param dependant what requires
 * @param on what is required
 * @param known where that is known from; never empty
 */
public record Link(ComponentId dependant, ComponentId on, Set<Provenance> known)
        implements Comparable<Link> {

    public Link {
        known = Collections.unmodifiableSet(EnumSet.copyOf(known));
    }

    @Override
    public int compareTo(Link other) {
        int byDependant = dependant.compareTo(other.dependant);
        return byDependant != 0 ? byDependant : on.compareTo(other.on);
    }
}
