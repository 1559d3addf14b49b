package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Mutations;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages the files of a machine's network: the look ends, and its survey keeps its rules. */
final class NetFuzzTest {

    private static final long SEED = Long.getLong("holdfast.seed", 1);

    private static final String BOND =
            """
            Ethernet Channel Bonding Driver: v6.1.0

            Bonding Mode: IEEE 802.3ad Dynamic link aggregation
            MII Status: up
            MII Polling Interval (ms): 100

            802.3ad info
            Min links: 0
            Active Aggregator Info:
            \tAggregator ID: 1
            \tNumber of ports: 2
            \tPartner Mac Address: 02:00:00:00:00:ff

            Slave Interface: eth0
            MII Status: up
            Speed: 10000 Mbps
            Permanent HW addr: 02:00:00:00:00:01
            Aggregator ID: 1
            details actor lacp pdu:
                port state: 63
            details partner lacp pdu:
                system mac address: 02:00:00:00:00:ff
                port state: 63

            Slave Interface: eth1
            MII Status: up
            Speed: Unknown
            Aggregator ID: 1
            """;

    private static final String ROUTES =
            """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU
            eth2\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0
            eth2\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0
            """;

    private static final String ADDRESSES =
            "20010db8000000000000000000000001 02 40 00 80     eth2\n";

    @TempDir Path root;

    @Test
    void aDamagedBondFileIsSurvived() {
        Rig rig = new Rig(root).nic("eth0");
        Mutations.feed(
                List.of(BOND),
                SEED,
                text -> {
                    rig.files.file("/proc/net/bonding/bond0", text);
                    keepsItsRules(rig.look());
                });
    }

    @Test
    void aDamagedBondTextNamesOnlyWhatCanBeAnInterface() {
        Mutations.feed(
                List.of(BOND),
                SEED,
                text ->
                        assertThat(BondText.parse(text).portNames())
                                .allMatch(InterfaceName::valid));
    }

    @Test
    void damagedRoutesAndAddressesAreSurvived() {
        Mutations.feed(
                List.of(ROUTES, ADDRESSES),
                SEED,
                text ->
                        assertThat(Usage.parse(text, text).keySet())
                                .allMatch(InterfaceName::valid));
    }

    @Test
    void damagedFilesOfANicAreSurvived() {
        Rig rig = new Rig(root).lacp("bond0", "eth0", "eth1").nic("eth2");
        List<String> leaves =
                List.of(
                        "flags",
                        "ifindex",
                        "carrier",
                        "speed",
                        "duplex",
                        "operstate",
                        "carrier_up_count",
                        "statistics/rx_errors",
                        "bonding_slave/mii_status",
                        "bonding_slave/ad_actor_oper_port_state",
                        "bonding_slave/ad_aggregator_id");
        int[] turn = {0};
        Mutations.feed(
                List.of("0x1003", "7", "up", "10000", "full", "63"),
                SEED,
                text -> {
                    rig.set("eth0", leaves.get(turn[0]++ % leaves.size()), text);
                    keepsItsRules(rig.look());
                });
    }

    private static void keepsItsRules(Survey survey) {
        Set<ComponentId> listed = new HashSet<>();
        for (Component component : survey.components()) {
            assertThat(listed.add(component.id())).as("%s is listed once", component).isTrue();
        }
        Set<ComponentId> observed = new HashSet<>();
        for (Observation observation : survey.observations()) {
            assertThat(observed.add(observation.component())).isTrue();
        }
        assertThat(listed).isEqualTo(observed);
        survey.groups().forEach(group -> assertThat(listed).containsAll(group.members()));
    }
}
