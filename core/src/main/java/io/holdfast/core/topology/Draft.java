package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The graph while it is put together; mutable and for one thread. */
final class Draft {

    private final SortedSet<ComponentId> components = new TreeSet<>();
    private final SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>();
    private final Map<ComponentId, SortedMap<ComponentId, EnumSet<Provenance>>> links =
            new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    void add(ComponentId component) {
        components.add(component);
    }

    boolean has(ComponentId component) {
        return components.contains(component);
    }

    /** A component requires some of others; where it has such a group already, that one stays. */
    void requires(
            ComponentId dependant,
            String group,
            int needed,
            Collection<ComponentId> members,
            Set<Provenance> known) {
        GroupId id = new GroupId(dependant.host(), group);
        put(
                new RedundancyGroup(
                        id,
                        members.iterator().next().kind(),
                        new TreeSet<>(members),
                        needed,
                        Optional.of(dependant),
                        Optional.empty()),
                known);
    }

    void put(RedundancyGroup group, Set<Provenance> known) {
        groups.putIfAbsent(group.id(), group);
        components.addAll(group.members());
        group.carries()
                .ifPresent(
                        dependant -> {
                            components.add(dependant);
                            group.members().forEach(on -> link(dependant, on, known));
                        });
    }

    void find(Finding.Sort sort, List<ComponentId> about, String text) {
        findings.add(new Finding(sort, about, text));
    }

    Collection<RedundancyGroup> groups() {
        return groups.values();
    }

    Topology compile() {
        return Topology.of(components, groups.values());
    }

    List<Link> links() {
        List<Link> all = new ArrayList<>();
        links.forEach(
                (dependant, on) ->
                        on.forEach((other, known) -> all.add(new Link(dependant, other, known))));
        return all;
    }

    List<Finding> findings() {
        return findings;
    }

    private void link(ComponentId dependant, ComponentId on, Set<Provenance> known) {
        links.computeIfAbsent(dependant, key -> new TreeMap<>())
                .computeIfAbsent(on, key -> EnumSet.noneOf(Provenance.class))
                .addAll(known);
    }
}
