package io.holdfast.core.state;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the surveys of one host's probes into its changes, keeping the state they lead to.
 *
 * <p>Mutable and for one thread. A survey that says nothing new makes no change; the state still
 * notes when the probe looked.
 */
public final class StateTable {

    private final HostState state = new HostState();
    private final Significance significance;

    public StateTable(Significance significance) {
        this.significance = significance;
    }

    /** The state after all surveys so far; a live view. */
    public HostState state() {
        return state;
    }

    /** Takes a survey in and gives the changes that it makes, in order. */
    public List<Change> apply(Survey survey) {
        List<Change> changes = new ArrayList<>();
        Set<ComponentId> listed = new HashSet<>();
        for (Component component : survey.components()) {
            listed.add(component.id());
            if (!component.equals(state.components().get(component.id()))) {
                changes.add(new Change.Seen(component, survey.probe()));
            }
        }
        for (Observation observation : survey.observations()) {
            Optional<Observation> before =
                    Optional.ofNullable(state.observations().get(observation.component()));
            if (significance.differs(before, observation)) {
                changes.add(new Change.Observed(observation));
            }
        }
        if (survey.complete()) {
            changes.addAll(gone(survey, listed));
        }
        changes.addAll(groupChanges(survey));
        if (!survey.unseen().equals(state.unseen().getOrDefault(survey.probe(), List.of()))) {
            changes.add(new Change.UnseenListed(survey.probe(), survey.unseen()));
        }
        Change.Looked looked = new Change.Looked(survey.probe(), survey.at(), survey.complete());
        Look before = state.looks().get(survey.probe());
        if (before == null || before.complete() != survey.complete()) {
            changes.add(looked);
        }
        changes.forEach(state::apply);
        state.apply(looked);
        return changes;
    }

    private List<Change> gone(Survey survey, Set<ComponentId> listed) {
        List<Change> changes = new ArrayList<>();
        for (ComponentId known : state.components().keySet()) {
            boolean ours = state.probe(known).equals(survey.probe());
            boolean wasThere = !(state.observations().get(known) instanceof Observation.Absent);
            if (ours && wasThere && !listed.contains(known)) {
                Evidence source =
                        new Evidence(survey.probe(), known.local(), "", "no longer listed");
                changes.add(
                        new Change.Observed(new Observation.Absent(known, survey.at(), source)));
            }
        }
        return changes;
    }

    private List<Change> groupChanges(Survey survey) {
        List<Change> changes = new ArrayList<>();
        Set<GroupId> declared = new HashSet<>();
        for (RedundancyGroup group : survey.groups()) {
            declared.add(group.id());
            if (!group.equals(state.groups().get(group.id()))) {
                changes.add(new Change.Grouped(group, survey.probe()));
            }
        }
        if (survey.complete()) {
            for (GroupId known : state.groups().keySet()) {
                boolean ours = state.probe(known).equals(survey.probe());
                if (ours && !declared.contains(known)) {
                    changes.add(new Change.Ungrouped(known));
                }
            }
        }
        return changes;
    }
}
