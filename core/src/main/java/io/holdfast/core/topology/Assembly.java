package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the graph of the whole data centre together from what is declared and what is reported. */
public final class Assembly {

    private static final Set<Provenance> CONFIGURED = Set.of(Provenance.CONFIGURED);

    private final Declared declared;
    private final SortedMap<HostId, HostFacts> facts = new TreeMap<>();
    private final Draft draft = new Draft();

    private Assembly(Declared declared, Collection<HostFacts> known) {
        this.declared = declared;
        known.forEach(host -> facts.put(host.host(), host));
    }

    /** The graph of what is declared and what is known of each host and device. */
    public static Estate of(Declared declared, Collection<HostFacts> known) {
        return new Assembly(declared, known).estate();
    }

    private Estate estate() {
        declared.feeds().forEach(draft::add);
        Managed managed = Managed.of(declared, facts);
        Reported reported = new Reported(draft, managed);
        facts.values().forEach(reported::add);
        SortedMap<ComponentId, Double> amps = new TreeMap<>();
        Cords cords = new Cords(draft, facts, managed);
        for (Supply supply : declared.supplies().values()) {
            supply(supply);
            supply.amps().ifPresent(most -> amps.put(supply.device().self(), most));
            cords.plug(supply);
        }
        cords.close();
        Cables cables = new Cables(draft, facts, declared.switches().keySet());
        for (Switching one : declared.switches().values()) {
            uplinks(one);
            cables.plug(one);
        }
        cables.close();
        declared.services().forEach(this::service);
        Topology topology = draft.compile();
        for (GroupId circular : topology.circular()) {
            circle(topology, circular);
        }
        List<Finding> findings = new ArrayList<>(draft.findings());
        findings.addAll(SharedFate.of(topology));
        return new Estate(
                topology,
                draft.links(),
                findings,
                amps,
                new TreeSet<>(declared.services().keySet()),
                hosts(managed, topology));
    }

    private void supply(Supply supply) {
        ComponentId self = supply.device().self();
        draft.add(self);
        if (!supply.from().isEmpty()) {
            draft.requires(self, "supply", 1, supply.from(), CONFIGURED);
        }
    }

    private void uplinks(Switching one) {
        draft.add(one.device().self());
        if (!one.uplinks().isEmpty()) {
            List<ComponentId> others = one.uplinks().stream().map(HostId::self).toList();
            draft.requires(one.device().self(), "uplinks", one.uplinksNeeded(), others, CONFIGURED);
        }
    }

    private void service(ComponentId service, List<Need> needs) {
        draft.add(service);
        int number = 0;
        for (Need need : needs) {
            number++;
            String name = service.local() + (needs.size() == 1 ? "" : " need " + number);
            draft.requires(service, name, need.needed(), need.of(), CONFIGURED);
        }
    }

    private void circle(Topology topology, GroupId circular) {
        topology.groups().stream()
                .filter(group -> group.id().equals(circular))
                .forEach(
                        group ->
                                draft.find(
                                        Finding.Sort.CIRCLE,
                                        List.copyOf(group.members()),
                                        circular
                                                + " depends on itself; that edge is left out of the"
                                                + " graph"));
    }

    /** Hosts with an agent, and those that only the settings know. */
    private SortedSet<ComponentId> hosts(Managed managed, Topology topology) {
        SortedSet<ComponentId> hosts = new TreeSet<>();
        for (ComponentId id : topology.components()) {
            boolean self = id.kind() == Kind.HOST && id.equals(id.host().self());
            HostFacts known = facts.get(id.host());
            boolean host =
                    known == null
                            ? !declared.supplies().containsKey(id.host())
                                    && !declared.switches().containsKey(id.host())
                            : known.device().isEmpty() || known.device().get() == Kind.HOST;
            if (self && host && !managed.isController(id.host())) {
                hosts.add(id);
            }
        }
        return hosts;
    }
}
