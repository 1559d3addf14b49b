package io.holdfast.core.inventory;

import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator says that groups need, over what their devices or our rules say.
 *
 * @param byGroup the need of a group of one host, by its id
 * @param byName the need of every host's group of this name, such as {@code power}
 */
public record Needs(Map<GroupId, Integer> byGroup, Map<String, Integer> byName) {

    /** Nothing is said. */
    public static final Needs UNSAID = new Needs(Map.of(), Map.of());

    public Needs {
        byGroup = Map.copyOf(byGroup);
        byName = Map.copyOf(byName);
    }

    /** The group with the need that the operator gave it, or unchanged. */
    public RedundancyGroup over(RedundancyGroup group) {
        return Optional.ofNullable(byGroup.get(group.id()))
                .or(() -> Optional.ofNullable(byName.get(group.id().name())))
                .map(
                        needed ->
                                new RedundancyGroup(
                                        group.id(),
                                        group.kind(),
                                        group.members(),
                                        needed,
                                        group.carries(),
                                        group.published()))
                .orElse(group);
    }
}
