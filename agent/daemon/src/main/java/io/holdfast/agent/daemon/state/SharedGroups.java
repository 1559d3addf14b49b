package io.holdfast.agent.daemon.state;

import io.holdfast.agent.devices.linux.power.PowerProbe;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.HostState;
import io.holdfast.core.survey.Survey;
import java.util.List;

/**
 * Which probe tells of a group that two of them know by the same name.
 *
 * <p>A machine's supplies may be known to its kernel and to its BMC. The BMC wins, as it knows
 * every slot, the empty and the unfed ones too, and claims the redundancy itself; the kernel's
 * supplies are told of all the same, and counted in no group then.
 */
final class SharedGroups {

    /** The probe whose groups give way to those of any other. */
    private static final String YIELDS = PowerProbe.NAME;

    private SharedGroups() {}

    /** The survey without the groups that another probe tells of. */
    static Survey own(Survey survey, HostState state) {
        if (!survey.probe().equals(YIELDS) || survey.groups().isEmpty()) {
            return survey;
        }
        List<RedundancyGroup> groups =
                survey.groups().stream()
                        .filter(
                                group ->
                                        !state.groups().containsKey(group.id())
                                                || state.probe(group.id()).equals(YIELDS))
                        .toList();
        return new Survey(
                survey.probe(),
                survey.at(),
                survey.complete(),
                survey.components(),
                survey.observations(),
                groups,
                survey.unseen());
    }
}
