package io.holdfast.collector.assessment;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The situation of one host, kept up to date.
 *
 * <p>Where only words have changed they alone are taken in; where parts or groups have come or gone
 * the graph is built anew.
 *
 * <p>Mutable and for one thread.
 */
public final class HostSituation {

    private Expected expected =
            new Expected(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
    private Situation situation = new Situation(Topology.of(List.of(), List.of()));

    /** Takes in what is known now and gives how the host stands. */
    public Judgement judge(Expected next) {
        Expected before = expected;
        expected = next;
        boolean sameGraph =
                next.groups().equals(before.groups())
                        && next.observations().keySet().equals(before.observations().keySet());
        if (!sameGraph) {
            situation =
                    new Situation(
                            Topology.of(next.observations().keySet(), next.groups().values()));
        }
        next.observations()
                .forEach(
                        (id, observation) -> {
                            Standing now = Standing.of(observation);
                            Observation was = before.observations().get(id);
                            if (!sameGraph || was == null || Standing.of(was) != now) {
                                situation.say(index(id), now);
                            }
                        });
        if (!sameGraph || !next.outside().equals(before.outside())) {
            putOutside(next.outside());
        }
        return judgement();
    }

    /** For each part that works, the groups whose function its loss alone would stop. */
    public SortedMap<ComponentId, List<GroupId>> stoppedByLossOf() {
        SortedMap<ComponentId, List<GroupId>> stopped = new TreeMap<>();
        for (ComponentId component : expected.observations().keySet()) {
            int index = index(component);
            Observation observation = expected.observations().get(component);
            if (observation != null && situation.standing(index).works()) {
                List<GroupId> groups = groupsStoppedBy(index, Standing.of(observation));
                if (!groups.isEmpty()) {
                    stopped.put(component, groups);
                }
            }
        }
        return stopped;
    }

    private List<GroupId> groupsStoppedBy(int component, Standing said) {
        boolean[] before = insufficient();
        situation.say(component, Standing.FAILED);
        boolean[] after = insufficient();
        situation.say(component, said);
        List<GroupId> stopped = new ArrayList<>();
        for (int group = 0; group < after.length; group++) {
            if (after[group] && !before[group]) {
                stopped.add(situation.topology().groups().get(group).id());
            }
        }
        return stopped;
    }

    private boolean[] insufficient() {
        boolean[] flags = new boolean[situation.topology().groups().size()];
        for (int group = 0; group < flags.length; group++) {
            flags[group] = situation.redundancy(group) == Redundancy.INSUFFICIENT;
        }
        return flags;
    }

    private void putOutside(Map<GroupId, Set<ComponentId>> outside) {
        for (int group = 0; group < situation.topology().groups().size(); group++) {
            GroupId id = situation.topology().groups().get(group).id();
            situation.putOutside(group, outside.getOrDefault(id, Set.of()));
        }
    }

    private Judgement judgement() {
        SortedMap<ComponentId, Standing> standings = new TreeMap<>();
        for (ComponentId id : expected.observations().keySet()) {
            standings.put(id, situation.standing(index(id)));
        }
        SortedMap<GroupId, Assessment> groups = new TreeMap<>();
        for (int group = 0; group < situation.topology().groups().size(); group++) {
            Assessment assessment = situation.assess(group);
            groups.put(assessment.group().id(), assessment);
        }
        return new Judgement(expected.observations(), standings, groups, expected.differences());
    }

    private int index(ComponentId component) {
        return situation.topology().indexOf(component).orElseThrow();
    }
}
