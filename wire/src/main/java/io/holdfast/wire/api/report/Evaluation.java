package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.inventory.Inventory;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import io.holdfast.core.state.HostState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Works out a host's findings from its state alone, without anything remembered. */
public final class Evaluation {

    private final HostState state;
    private final Pinned pinned;
    private final Expected expected;
    private final Situation situation;

    private Evaluation(HostState state, Pinned pinned, Expected expected) {
        this.state = state;
        this.pinned = pinned;
        this.expected = expected;
        situation =
                new Situation(
                        Topology.of(expected.observations().keySet(), expected.groups().values()));
    }

    /** The findings of a host of which nothing was accepted, so that it is right as it is. */
    public static HostFindings ofUnpinned(HostId host, HostState state, Needs needs, Instant at) {
        return of(host, state, Pinned.of(state), needs, at);
    }

    /**
     * The findings of a host with an accepted inventory.
     *
     * @param at the moment that absences found here carry
     */
    public static HostFindings of(
            HostId host, HostState state, Pinned pinned, Needs needs, Instant at) {
        Expected expected = Inventory.compare(state, pinned, needs, at);
        return new Evaluation(state, pinned, expected).findings(host);
    }

    private HostFindings findings(HostId host) {
        Topology topology = situation.topology();
        expected.observations().forEach((id, seen) -> situation.say(index(id), Standing.of(seen)));
        List<RedundancyGroup> groups = topology.groups();
        for (int group = 0; group < groups.size(); group++) {
            situation.putOutside(
                    group, expected.outside().getOrDefault(groups.get(group).id(), Set.of()));
        }
        List<Assessment> assessments =
                IntStream.range(0, groups.size()).mapToObj(situation::assess).toList();
        List<ComponentFinding> components =
                expected.observations().values().stream().map(this::finding).toList();
        List<Unseen> unseen = state.unseen().values().stream().flatMap(List::stream).toList();
        return new HostFindings(
                host, components, assessments, unseen, expected.differences(), Optional.empty());
    }

    private ComponentFinding finding(Observation observation) {
        ComponentId id = observation.component();
        Component component =
                Optional.ofNullable(state.components().get(id))
                        .or(() -> Optional.ofNullable(pinned.components().get(id)))
                        .orElseGet(() -> Component.of(id));
        return new ComponentFinding(
                component,
                observation,
                situation.standing(index(id)),
                state.confirmedAt(id).orElse(observation.at()));
    }

    private int index(ComponentId id) {
        return situation.topology().indexOf(id).orElseThrow();
    }
}
