package io.holdfast.collector.topology;

import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.collector.view.TopologyView;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import io.holdfast.core.topology.Estate;
import io.holdfast.core.topology.Inference;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Takes what every host and device says into the situation of the whole graph. */
final class Standings {

    private final Topology topology;
    private final Situation situation;
    private final BitSet watched = new BitSet();
    private final Map<GroupId, Integer> groups = new HashMap<>();
    private final Readings readings = new Readings();

    private Standings(Estate estate) {
        topology = estate.topology();
        situation = new Situation(topology);
        for (int group = 0; group < topology.groups().size(); group++) {
            groups.put(topology.groups().get(group).id(), group);
        }
    }

    static TopologyView of(Estate estate, ReportView report) {
        Standings standings = new Standings(estate);
        report.hosts().forEach(standings::take);
        Inference.complete(standings.situation, standings.watched);
        return new TopologyView(
                report.at(), estate, standings.situation, standings.readings.meters());
    }

    private void take(HostView host) {
        for (ComponentView part : host.components()) {
            say(part.component().id(), Standing.of(part.observation()));
            readings.take(host, part.observation());
        }
        readings.close(host);
        boolean answers =
                host.device()
                        .map(device -> !device.silent() && device.answeredAt().isPresent())
                        .orElse(host.agent().connected() && !host.agent().silent());
        ComponentId self = host.host().self();
        boolean reported =
                host.components().stream().anyMatch(part -> part.component().id().equals(self));
        if (!reported) {
            say(self, answers ? Standing.WORKING : Standing.UNKNOWN);
        }
        host.groups().forEach(this::outside);
    }

    private void say(ComponentId id, Standing standing) {
        topology.indexOf(id)
                .ifPresent(
                        index -> {
                            watched.set(index);
                            situation.say(index, standing);
                        });
    }

    /** A member that is well and counts as absent for its group has left it. */
    private void outside(Assessment assessment) {
        Integer group = groups.get(assessment.group().id());
        if (group == null) {
            return;
        }
        Set<ComponentId> outside = new HashSet<>();
        for (ComponentId member : assessment.members(Standing.ABSENT)) {
            boolean absent =
                    situation.standing(topology.indexOf(member).orElseThrow()) == Standing.ABSENT;
            if (!absent) {
                outside.add(member);
            }
        }
        if (!outside.isEmpty()) {
            situation.putOutside(group, outside);
        }
    }
}
