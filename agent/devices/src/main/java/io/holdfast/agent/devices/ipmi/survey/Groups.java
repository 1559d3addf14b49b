package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sensor.State;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The groups of a server: its supplies and its fans, with what the BMC claims of them. */
record Groups(HostId host, Telling telling) {

    /**
     * One group, or none where it has no member.
     *
     * <p>No record says how many must work: of several one is taken for spare, as servers are
     * built; what the BMC claims stands beside.
     */
    Optional<RedundancyGroup> group(
            String name, Kind kind, Collection<ComponentId> members, List<SensorLook> claims) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RedundancyGroup(
                        new GroupId(host, name),
                        kind,
                        new TreeSet<>(members),
                        Math.max(1, members.size() - 1),
                        Optional.empty(),
                        published(claims)));
    }

    /** The worst of what redundancy sensors claim; empty where none has a present state. */
    Optional<Published> published(List<SensorLook> claims) {
        Optional<Published> worst = Optional.empty();
        for (SensorLook claim : claims) {
            if (!(claim.seen() instanceof Seen.Present)) {
                continue;
            }
            for (State state : claim.states()) {
                Redundancy redundancy = redundancy(state.offset());
                boolean worse =
                        worst.map(w -> w.redundancy().compareTo(redundancy) < 0).orElse(true);
                if (redundancy != Redundancy.UNKNOWN && worse) {
                    worst = Optional.of(new Published(redundancy, telling.evidence(claim)));
                }
            }
        }
        return worst;
    }

    /** What an offset of event type 0x0B claims (IPMI 2.0, table 42-2). */
    static Redundancy redundancy(int offset) {
        return switch (offset) {
            case 0 -> Redundancy.FULL;
            case 2, 6, 7 -> Redundancy.DEGRADED;
            case 1, 3, 4 -> Redundancy.NONE;
            case 5 -> Redundancy.INSUFFICIENT;
            default -> Redundancy.UNKNOWN;
        };
    }
}
