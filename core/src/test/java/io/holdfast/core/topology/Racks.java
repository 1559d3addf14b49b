package io.holdfast.core.topology;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small rack with two feeds: what is declared, and what its hosts report. */
final class Racks {

    static final ComponentId FEED_A = Declared.feed("ber1", "A");
    static final ComponentId FEED_B = Declared.feed("ber1", "B");
    static final HostId PDU_A = host("pdu-a");
    static final HostId PDU_B = host("pdu-b");

    private final SortedMap<HostId, Supply> supplies = new TreeMap<>();
    private final SortedMap<HostId, Switching> switches = new TreeMap<>();
    private final SortedMap<ComponentId, List<Need>> services = new TreeMap<>();
    private final List<HostFacts> facts = new ArrayList<>();

    static HostId host(String name) {
        return new HostId("ber1", "r12", name);
    }

    static ComponentId vip(String name) {
        return Declared.SERVICES.component(Kind.VIP, name);
    }

    /** A PDU whose outlets are given as {@code 1=db07/PS1}. */
    Racks pdu(HostId id, ComponentId from, String... outlets) {
        supplies.put(
                id, new Supply(id, Kind.PDU, List.of(from), OptionalDouble.of(16), plugs(outlets)));
        return this;
    }

    Racks tor(String name, String... ports) {
        switches.put(host(name), new Switching(host(name), List.of(), 1, plugs(ports)));
        return this;
    }

    Racks vip(String name, int needed, String... hosts) {
        TreeSet<ComponentId> of = new TreeSet<>();
        Arrays.stream(hosts).forEach(host -> of.add(host(host).self()));
        services.put(vip(name), List.of(new Need(needed, of)));
        return this;
    }

    /**
     * A host with an agent that reports these parts, as {@code kind:name}, a group for each kind.
     */
    Racks agent(String name, String... parts) {
        facts.add(facts(name, Optional.empty(), parts));
        return this;
    }

    Racks device(String name, Kind kind, String... parts) {
        facts.add(facts(name, Optional.of(kind), parts));
        return this;
    }

    Estate estate() {
        return Assembly.of(
                new Declared(
                        new TreeSet<>(List.of(FEED_A, FEED_B)),
                        supplies,
                        switches,
                        new TreeMap<>(),
                        services),
                facts);
    }

    static Situation allWell(Estate estate) {
        Situation situation = new Situation(estate.topology());
        for (int i = 0; i < estate.topology().components().size(); i++) {
            situation.say(i, Standing.WORKING);
        }
        return situation;
    }

    static int index(Estate estate, ComponentId id) {
        return estate.topology().indexOf(id).orElseThrow();
    }

    private static HostFacts facts(String name, Optional<Kind> device, String... parts) {
        HostId host = host(name);
        SortedMap<Kind, TreeSet<ComponentId>> byKind = new TreeMap<>();
        List<Component> components = new ArrayList<>();
        for (String part : parts) {
            ComponentId id = ComponentId.parse(host + "/" + part);
            components.add(Component.ofHost(id, Map.of()));
            byKind.computeIfAbsent(id.kind(), key -> new TreeSet<>()).add(id);
        }
        List<RedundancyGroup> groups = new ArrayList<>();
        byKind.forEach(
                (kind, members) -> {
                    if (kind == Kind.PSU || kind == Kind.NIC) {
                        groups.add(
                                new RedundancyGroup(
                                        new GroupId(host, kind == Kind.PSU ? "power" : "link"),
                                        kind,
                                        members,
                                        1,
                                        Optional.empty(),
                                        Optional.empty()));
                    }
                });
        return new HostFacts(host, device, components, groups);
    }

    private static SortedMap<String, Plug> plugs(String... texts) {
        SortedMap<String, Plug> plugs = new TreeMap<>();
        for (String text : texts) {
            String[] sides = text.split("[=/]");
            plugs.put(sides[0], new Plug(host(sides[1]), sides[2]));
        }
        return plugs;
    }
}
