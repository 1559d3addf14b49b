package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.situation.Hypothesis;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds groups whose members cover one another on paper only: all well, the loss of one component
 * that is no member would still end them.
 */
final class SharedFate {

    /** More of them help nobody. */
    static final int MOST = 1_000;

    private final Topology topology;
    private final Situation allWell;

    private SharedFate(Topology topology) {
        this.topology = topology;
        allWell = SinglePoints.allWell(topology);
    }

    static List<Finding> of(Topology topology) {
        return new SharedFate(topology).find();
    }

    private List<Finding> find() {
        SortedMap<Integer, List<Integer>> culprits = new TreeMap<>();
        for (int component = 0; component < topology.components().size(); component++) {
            for (int group : felledBy(component)) {
                culprits.computeIfAbsent(group, key -> new ArrayList<>()).add(component);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> entry : culprits.entrySet()) {
            RedundancyGroup group = topology.groups().get(entry.getKey());
            for (int culprit : nearest(entry.getValue())) {
                if (findings.size() < MOST) {
                    findings.add(finding(group, culprit));
                }
            }
        }
        return findings;
    }

    private List<Integer> felledBy(int component) {
        Hypothesis without = Hypothesis.without(allWell, component);
        List<Integer> felled = new ArrayList<>();
        for (int group : without.regrouped().keySet()) {
            RedundancyGroup its = topology.groups().get(group);
            boolean member = its.members().contains(topology.components().get(component));
            if (!member && its.designSpares() > 0 && without.falls(group)) {
                felled.add(group);
            }
        }
        return felled;
    }

    /** Those that do not take another of them along: a PDU rather than the feed behind it. */
    private List<Integer> nearest(List<Integer> culprits) {
        return culprits.stream()
                .filter(
                        one ->
                                culprits.size() == 1
                                        || Hypothesis.without(allWell, one)
                                                .changed()
                                                .keySet()
                                                .stream()
                                                .noneMatch(
                                                        c ->
                                                                !c.equals(one)
                                                                        && culprits.contains(c)))
                .toList();
    }

    private Finding finding(RedundancyGroup group, int culprit) {
        ComponentId shared = topology.components().get(culprit);
        Hypothesis without = Hypothesis.without(allWell, culprit);
        List<ComponentId> lost =
                group.members().stream()
                        .filter(id -> without.standing(topology.indexOf(id).orElseThrow()).lost())
                        .toList();
        List<ComponentId> about = new ArrayList<>(lost);
        about.addFirst(shared);
        String members =
                lost.stream().limit(4).map(ShortName::of).collect(Collectors.joining(", "));
        String all = lost.size() > 4 ? members + " and " + (lost.size() - 4) + " more" : members;
        String text =
                "%s %s: its loss alone ends %s, which needs %s of %s"
                        .formatted(
                                all,
                                (lost.size() == 1 ? "hangs on " : "all hang on ")
                                        + ShortName.of(shared),
                                group.carries()
                                        .map(ShortName::of)
                                        .orElseGet(() -> group.id().toString()),
                                group.needed(),
                                group.members().size());
        return new Finding(Finding.Sort.SHARED, about, text);
    }
}
