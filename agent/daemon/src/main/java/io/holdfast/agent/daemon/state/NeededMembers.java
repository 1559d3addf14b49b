package io.holdfast.agent.daemon.state;

import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.util.List;
import java.util.Map;

/**
 * What the operator knows better than the hardware: how many members of a group must work.
 *
 * @param byGroup by the group's own name
 */
public record NeededMembers(Map<String, Integer> byGroup) {

    public NeededMembers {
        byGroup = Map.copyOf(byGroup);
    }

    /** The survey as the operator means it. */
    public Survey apply(Survey survey) {
        if (survey.groups().stream().noneMatch(g -> byGroup.containsKey(g.id().name()))) {
            return survey;
        }
        List<RedundancyGroup> groups = survey.groups().stream().map(this::apply).toList();
        return new Survey(
                survey.probe(),
                survey.at(),
                survey.complete(),
                survey.components(),
                survey.observations(),
                groups,
                survey.unseen());
    }

    private RedundancyGroup apply(RedundancyGroup group) {
        return new RedundancyGroup(
                group.id(),
                group.kind(),
                group.members(),
                byGroup.getOrDefault(group.id().name(), group.needed()),
                group.carries(),
                group.published());
    }
}
