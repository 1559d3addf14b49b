package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A machine of planted files with a probe that looks at its network. */
final class Rig {

    static final HostId HOST = new HostId("ber1", "r12", "db07");

    final ManualTime time = ManualTime.start();
    final PlantedTree files;
    private final NetProbe probe;

    Rig(Path root) {
        this(root, NetProbe.Counts.HARDWARE);
    }

    Rig(Path root, NetProbe.Counts counts) {
        files = new PlantedTree(root).folder("/sys/class/net");
        probe = new NetProbe(HOST, files.tree(), time, time, NicLimits.USUAL, counts);
    }

    /** Plants a NIC with a link at 10 Gbit/s that nobody uses. */
    Rig nic(String name) {
        String folder = "/sys/class/net/" + name;
        files.folder(folder + "/device")
                .dump(
                        """
                @/flags:0x1003
                @/ifindex:7
                @/type:1
                @/carrier:1
                @/carrier_changes:2
                @/carrier_up_count:1
                @/operstate:up
                @/speed:10000
                @/duplex:full
                @/address:02:00:00:00:00:01
                @/statistics/rx_errors:0
                @/statistics/rx_crc_errors:0
                @/statistics/tx_errors:0
                @/statistics/rx_bytes:1000
                """
                                .replace("@", folder));
        return this;
    }

    Rig set(String nic, String leaf, String value) {
        files.file("/sys/class/net/" + nic + "/" + leaf, value);
        return this;
    }

    /** Plants a bond of NICs that all work. */
    Rig bond(String name, String mode, String... ports) {
        files.file("/sys/class/net/bonding_masters", name)
                .dump(
                        """
                        @/flags:0x1403
                        @/bonding/mode:%s
                        @/bonding/mii_status:up
                        @/bonding/miimon:100
                        @/bonding/arp_interval:0
                        @/bonding/min_links:0
                        @/bonding/slaves:%s
                        """
                                .formatted(mode, String.join(" ", ports))
                                .replace("@", "/sys/class/net/" + name));
        for (String port : ports) {
            nic(port);
            set(port, "bonding_slave/mii_status", "up");
            set(port, "bonding_slave/state", "active");
            set(port, "bonding_slave/perm_hwaddr", "02:00:00:00:00:aa");
        }
        return this;
    }

    /** Makes a bond's files those of an aggregate that both ends agree on. */
    Rig lacp(String bond, String... ports) {
        bond(bond, "802.3ad 4", ports);
        set(bond, "bonding/ad_aggregator", "1");
        set(bond, "bonding/ad_num_ports", String.valueOf(ports.length));
        set(bond, "bonding/ad_partner_mac", "02:00:00:00:00:ff");
        for (String port : ports) {
            set(port, "bonding_slave/ad_aggregator_id", "1");
            set(port, "bonding_slave/ad_actor_oper_port_state", "63");
            set(port, "bonding_slave/ad_partner_oper_port_state", "63");
        }
        return this;
    }

    Survey look() {
        try {
            return probe.look();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupted", e);
        }
    }

    Survey glance() {
        try {
            return probe.glance();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupted", e);
        }
    }

    static ComponentId nicId(String name) {
        return HOST.component(Kind.NIC, name);
    }

    static ComponentId bondId(String name) {
        return HOST.component(Kind.BOND, name);
    }

    static Observation observation(Survey survey, ComponentId id) {
        return survey.observations().stream()
                .filter(seen -> seen.component().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no observation of " + id));
    }

    static Health health(Survey survey, ComponentId id) {
        return ((Observation.Reported) observation(survey, id)).health();
    }

    /** What the decisive piece of evidence says. */
    static String because(Survey survey, ComponentId id) {
        Observation.Reported seen = (Observation.Reported) observation(survey, id);
        return seen.evidence().getFirst().source()
                + " "
                + seen.evidence().getFirst().key()
                + "="
                + seen.evidence().getFirst().value()
                + " "
                + seen.evidence().getFirst().label();
    }

    static List<String> groups(Survey survey) {
        return survey.groups().stream().map(group -> group.id().name()).toList();
    }

    /** The group of that name, assessed by what the survey itself says of its members. */
    static Assessment group(Survey survey, String name) {
        Map<ComponentId, Observation> seen =
                survey.observations().stream()
                        .collect(Collectors.toMap(Observation::component, Function.identity()));
        return survey.groups().stream()
                .filter(group -> group.id().name().equals(name))
                .findFirst()
                .map(
                        group ->
                                Assess.assess(
                                        group,
                                        id ->
                                                seen.containsKey(id)
                                                        ? Standing.of(seen.get(id))
                                                        : Standing.UNKNOWN))
                .orElseThrow(
                        () -> new AssertionError("no group " + name + " in " + groups(survey)));
    }
}
