package io.holdfast.mibs.profile;

import java.util.List;
import java.util.Optional;

/**
 * Another component, by its row.
 *
 * @param entity its entPhysicalIndex; where none of ours has it, what contains it is looked at
 *     (ENTITY-MIB, entPhysicalContainedIn)
 * @param components the rules of the same profile that may have made it
 * @param index the index of its row there; where there is none, the one that has no table
 */
public record Anchor(Optional<Template> entity, List<String> components, Optional<Template> index) {

    public Anchor {
        components = List.copyOf(components);
    }
}
