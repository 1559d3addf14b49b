package io.holdfast.core.topology;

import static io.holdfast.core.topology.Racks.FEED_A;
import static io.holdfast.core.topology.Racks.FEED_B;
import static io.holdfast.core.topology.Racks.PDU_A;
import static io.holdfast.core.topology.Racks.PDU_B;
import static io.holdfast.core.topology.Racks.host;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Hypothesis;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    @Test
    void currentGoesFromTheFeedToTheHost() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "4=db07/PS1")
                        .pdu(PDU_B, FEED_B, "4=db07/PS2")
                        .agent("db07", "psu:Power Supply 1", "psu:Power Supply 2")
                        .device(
                                "pdu-a",
                                Kind.PDU,
                                "outlet:outlet 3",
                                "outlet:outlet 4",
                                "pdu:PDU 1")
                        .estate();

        assertThat(estate.findings()).isEmpty();
        assertThat(without(estate, FEED_A))
                .contains(
                        PDU_A.self(),
                        PDU_A.component(Kind.OUTLET, "outlet 4"),
                        host("db07").component(Kind.PSU, "Power Supply 1"))
                .doesNotContain(host("db07").self());
        assertThat(without(estate, FEED_A, FEED_B)).contains(host("db07").self());
        assertThat(without(estate, PDU_A.component(Kind.PDU, "PDU 1"))).contains(PDU_A.self());
        assertThat(estate.hosts()).containsExactly(host("db07").self());
        assertThat(estate.amps()).containsEntry(PDU_A.self(), 16.0);
    }

    @Test
    void anEdgeSaysWhereItIsFrom() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "4=db07/PS1")
                        .device("bmc-db07", Kind.BMC, "psu:PSU1")
                        .agent("db07")
                        .estate();

        ComponentId psu = host("bmc-db07").component(Kind.PSU, "PSU1");
        assertThat(estate.links())
                .contains(
                        new Link(
                                psu,
                                PDU_A.component(Kind.OUTLET, "4"),
                                Set.of(Provenance.CONFIGURED)),
                        new Link(
                                host("db07").self(),
                                psu,
                                Set.of(Provenance.REPORTED, Provenance.NAMES)));
        assertThat(estate.hosts()).containsExactly(host("db07").self());
    }

    @Test
    void bothSuppliesOnOnePduAreToldOfThePduAndNotOfTheFeedBehindIt() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "1=db07/PS1", "2=db07/PS2")
                        .agent("db07", "psu:PS1", "psu:PS2")
                        .estate();

        assertThat(texts(estate))
                .containsExactly(
                        "db07/psu:PS1, db07/psu:PS2 all hang on pdu-a: its loss alone ends db07,"
                                + " which needs 1 of 2");
    }

    @Test
    void bothLegsOfABondThatEndOnOneSwitchAreTold() {
        Estate estate =
                new Racks()
                        .tor("tor-1", "1=db07/eth0", "2=db07/eth1")
                        .agent("db07", "nic:eth0", "nic:eth1")
                        .device("tor-1", Kind.SWITCH, "port:Ethernet1", "port:Ethernet2")
                        .estate();

        assertThat(texts(estate))
                .containsExactly(
                        "db07/nic:eth0, db07/nic:eth1 all hang on tor-1: its loss alone ends db07,"
                                + " which needs 1 of 2");
        assertThat(without(estate, host("tor-1").component(Kind.PORT, "Ethernet1")))
                .contains(host("db07").component(Kind.NIC, "eth0"));
    }

    @Test
    void whatTheSettingsNameAndNobodyReportsIsTold() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "4=db07/PS3")
                        .tor("tor-1", "1=db07/eth9")
                        .agent("db07", "psu:PS1", "psu:PS2", "nic:eth0")
                        .estate();

        assertThat(texts(estate))
                .contains(
                        "the settings plug PS3 of db07 into outlet 4 of pdu-a, but its supplies"
                                + " are PS1, PS2",
                        "the settings plug eth9 of db07 into port 1 of tor-1, but its NICs are"
                                + " eth0",
                        "PS1 of db07: the settings do not say which outlet feeds it");
    }

    @Test
    void aSupplyInTwoOutletsIsAConflict() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "4=db07/PS1")
                        .pdu(PDU_B, FEED_B, "5=db07/PS1", "6=db07/PS2")
                        .agent("db07", "psu:PS1", "psu:PS2")
                        .estate();

        assertThat(texts(estate))
                .containsExactly(
                        "the settings plug PS1 of db07 into 4 of pdu-a and into 5 of pdu-b; the"
                                + " first is taken");
    }

    @Test
    void aHostThatOnlyTheSettingsKnowHasOneSpareCord() {
        Estate estate =
                new Racks()
                        .pdu(PDU_A, FEED_A, "1=db07/PS1")
                        .pdu(PDU_B, FEED_B, "1=db07/PS2")
                        .estate();

        assertThat(without(estate, PDU_A.self())).doesNotContain(host("db07").self());
        assertThat(without(estate, PDU_A.self(), FEED_B)).contains(host("db07").self());
        assertThat(estate.hosts()).containsExactly(host("db07").self());
    }

    private static List<String> texts(Estate estate) {
        return estate.findings().stream().map(Finding::text).toList();
    }

    private static List<ComponentId> without(Estate estate, ComponentId... lost) {
        int[] numbers = new int[lost.length];
        for (int i = 0; i < lost.length; i++) {
            numbers[i] = Racks.index(estate, lost[i]);
        }
        Hypothesis without = Hypothesis.without(Racks.allWell(estate), numbers);
        return without.changed().entrySet().stream()
                .filter(e -> e.getValue() == Standing.FAILED)
                .map(e -> estate.topology().components().get(e.getKey()))
                .toList();
    }
}
