package io.holdfast.bench.graph;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.topology.Assembly;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Estate;
import io.holdfast.core.topology.HostFacts;
import io.holdfast.core.topology.Need;
import io.holdfast.core.topology.Plug;
import io.holdfast.core.topology.Supply;
import io.holdfast.core.topology.Switching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A data centre of racks of twenty hosts: two feeds, two PDUs and two switches a rack; hosts with
 * two supplies, a bond of two legs, six fans and two disks; a service of each two hosts.
 *
 * @param hosts how many
 */
record DataCentre(int hosts) {

    private static final int IN_A_RACK = 20;
    private static final int FANS = 6;

    Estate estate() {
        SortedMap<HostId, Supply> supplies = new TreeMap<>();
        SortedMap<HostId, Switching> switches = new TreeMap<>();
        SortedMap<ComponentId, List<Need>> services = new TreeMap<>();
        List<HostFacts> facts = new ArrayList<>();
        for (int rack = 0; rack * IN_A_RACK < hosts; rack++) {
            String place = "r" + rack;
            for (int side = 1; side <= 2; side++) {
                HostId pdu = new HostId("bench", place, "pdu-" + side);
                HostId tor = new HostId("bench", place, "tor-" + side);
                SortedMap<String, Plug> outlets = new TreeMap<>();
                SortedMap<String, Plug> ports = new TreeMap<>();
                for (int i = 0; i < IN_A_RACK; i++) {
                    outlets.put("" + (i + 1), new Plug(host(place, i), "PS" + side));
                    ports.put("" + (i + 1), new Plug(host(place, i), "eth" + side));
                }
                outlets.put("21", new Plug(tor, "PS1"));
                supplies.put(
                        pdu,
                        new Supply(
                                pdu,
                                Kind.PDU,
                                List.of(Declared.feed("bench", side == 1 ? "A" : "B")),
                                OptionalDouble.of(32),
                                outlets));
                switches.put(tor, new Switching(tor, List.of(), 1, ports));
            }
            for (int i = 0; i < IN_A_RACK; i++) {
                facts.add(facts(host(place, i)));
                if (i % 2 == 1) {
                    services.put(
                            Declared.SERVICES.component(Kind.SERVICE, place + "-" + i),
                            List.of(
                                    new Need(
                                            1,
                                            new TreeSet<>(
                                                    List.of(
                                                            host(place, i - 1).self(),
                                                            host(place, i).self())))));
                }
            }
        }
        return Assembly.of(
                new Declared(
                        new TreeSet<>(
                                List.of(Declared.feed("bench", "A"), Declared.feed("bench", "B"))),
                        supplies,
                        switches,
                        new TreeMap<>(),
                        services),
                facts);
    }

    private static HostId host(String rack, int number) {
        return new HostId("bench", rack, "h" + number);
    }

    private static HostFacts facts(HostId host) {
        ComponentId bond = host.component(Kind.BOND, "bond0");
        List<RedundancyGroup> groups =
                List.of(
                        group(host, "power", Kind.PSU, "PS", 2, 1, Optional.empty()),
                        group(host, "bond0", Kind.NIC, "eth", 2, 1, Optional.of(bond)),
                        group(host, "cooling", Kind.FAN, "FAN", FANS, FANS - 1, Optional.empty()),
                        group(host, "storage", Kind.DISK, "sd", 2, 1, Optional.empty()));
        List<Component> components = new ArrayList<>();
        groups.forEach(
                group ->
                        group.members()
                                .forEach(id -> components.add(Component.ofHost(id, Map.of()))));
        components.add(Component.ofHost(bond, Map.of()));
        return new HostFacts(host, Optional.empty(), components, groups);
    }

    private static RedundancyGroup group(
            HostId host,
            String name,
            Kind kind,
            String member,
            int members,
            int needed,
            Optional<ComponentId> carries) {
        TreeSet<ComponentId> ids = new TreeSet<>();
        for (int i = 1; i <= members; i++) {
            ids.add(host.component(kind, member + i));
        }
        return new RedundancyGroup(
                new GroupId(host, name), kind, ids, needed, carries, Optional.empty());
    }
}
