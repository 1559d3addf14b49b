package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.survey.Survey;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bonds, the honest and the lying ones, each planted as the files of its kernel. */
final class BondTest {

    @TempDir Path root;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(root);
    }

    private Survey activeBackup() {
        rig.bond("bond0", "active-backup 1", "eth0", "eth1");
        rig.set("bond0", "bonding/active_slave", "eth0");
        return rig.look();
    }

    @Test
    void aSoundBondHasOneSpareAndItsMembersAreNoLinksOfTheirOwn() {
        Survey survey = activeBackup();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.OK);
        assertThat(Rig.groups(survey)).containsExactly("bond0");
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.FULL);
        assertThat(Rig.group(survey, "bond0").spares()).isEqualTo(1);
        assertThat(Rig.group(survey, "bond0").group().carries()).contains(Rig.bondId("bond0"));
    }

    @Test
    void whatABondCarriesIsAmongItsEvidence() {
        rig.files.file(Usage.ROUTES, "bond0\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0\t0\t0");
        Observation.Reported bond =
                (Observation.Reported) Rig.observation(activeBackup(), Rig.bondId("bond0"));
        assertThat(bond.evidence())
                .anyMatch(evidence -> evidence.label().equals("carries the default route"));
    }

    @Test
    void aMemberWithoutALinkLeavesNoSpare() {
        activeBackup();
        rig.set("eth1", "carrier", "0").set("eth1", "bonding_slave/mii_status", "down");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.bondId("bond0"))).contains("lost eth1");
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.NONE);
    }

    @Test
    void membersThatOnlyProcListsAreCitedFromThere() {
        rig.files.file("/sys/class/net/bonding_masters", "bond0");
        rig.set("bond0", "flags", "0x1403").nic("eth0").nic("eth1").set("eth1", "carrier", "0");
        rig.files.file(
                "/proc/net/bonding/bond0",
                """
                Bonding Mode: load balancing (round-robin)
                MII Status: up
                MII Polling Interval (ms): 100

                Slave Interface: eth0
                MII Status: up

                Slave Interface: eth1
                MII Status: down
                """);
        assertThat(Rig.because(rig.look(), Rig.bondId("bond0")))
                .isEqualTo("/proc/net/bonding/bond0 slave interface=eth0 eth1 lost eth1");
    }

    @Test
    void aMemberThatTheArpMonitorGaveUpIsLostAlthoughItHasALink() {
        activeBackup();
        rig.set("eth1", "bonding_slave/mii_status", "down");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
    }

    @Test
    void aMemberThatIsSetDownIsLost() {
        activeBackup();
        rig.set("eth1", "flags", "0x1802");
        Survey survey = rig.look();
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
        assertThat(Rig.because(survey, Rig.nicId("eth1")))
                .contains("set down by someone although it is a member of bond0");
    }

    @Test
    void aMemberThatIsTakenOutAndSetDownHasFailed() {
        activeBackup();
        rig.set("bond0", "bonding/slaves", "eth0").set("eth1", "flags", "0x1002");
        assertThat(Rig.because(rig.look(), Rig.nicId("eth1")))
                .contains("set down by someone although it was a member of bond0");
    }

    @Test
    void aBondWhoseMembersAreAllDownHasFailed() {
        activeBackup();
        for (String nic : new String[] {"eth0", "eth1"}) {
            rig.set(nic, "carrier", "0").set(nic, "bonding_slave/mii_status", "down");
        }
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.FAILED);
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.INSUFFICIENT);
    }

    @Test
    void aBondThatWatchesNothingWillNotFailOver() {
        activeBackup();
        rig.set("bond0", "bonding/miimon", "0");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.bondId("bond0"))).contains("/miimon =0");
        rig.set("eth0", "carrier", "0");
        assertThat(Rig.health(rig.look(), Rig.bondId("bond0"))).isEqualTo(Health.FAILED);
    }

    @Test
    void aBondThatWatchesByArpNeedsNoMiimon() {
        activeBackup();
        rig.set("bond0", "bonding/miimon", "0").set("bond0", "bonding/arp_interval", "1000");
        assertThat(Rig.health(rig.look(), Rig.bondId("bond0"))).isEqualTo(Health.OK);
    }

    @Test
    void aMemberSlowerThanItsSiblingIsDegraded() {
        activeBackup();
        Rig fresh = new Rig(root);
        fresh.set("eth1", "speed", "1000");
        Survey survey = fresh.look();
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.nicId("eth1"))).contains("eth0 of the same bond has it");
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.OK);
    }

    @Test
    void aBondNeedsItsMinLinks() {
        rig.bond("bond0", "balance-xor 2", "eth0", "eth1", "eth2");
        rig.set("bond0", "bonding/min_links", "2");
        assertThat(Rig.group(rig.look(), "bond0").spares()).isEqualTo(1);
        rig.set("eth0", "carrier", "0").set("eth1", "carrier", "0");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.FAILED);
        assertThat(Rig.because(survey, Rig.bondId("bond0")))
                .contains("1 of 3 members work, needs 2");
    }

    @Test
    void theBondThatTheDriverMakesByItselfIsNoFault() {
        rig.nic("eth0").bond("bond0", "balance-rr 0");
        rig.set("bond0", "flags", "0x1402").set("bond0", "bonding/mii_status", "down");
        assertThat(rig.look().components()).extracting("id").containsExactly(Rig.nicId("eth0"));
    }

    @Test
    void anAggregateThatBothEndsAgreeOnIsSound() {
        Survey survey = rig.lacp("bond0", "eth0", "eth1").look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.OK);
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.FULL);
        assertThat(survey.unseen()).isEmpty();
    }

    @Test
    void liarAMemberThatIsUpButDoesNotCollectAndDistribute() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.set("eth1", "bonding_slave/ad_actor_oper_port_state", "15");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
        assertThat(Rig.because(survey, Rig.nicId("eth1")))
                .contains("ad_actor_oper_port_state =15")
                .contains("in sync")
                .doesNotContain("collecting");
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
    }

    @Test
    void liarAMemberWhoseSwitchDoesNotCollect() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.set("eth1", "bonding_slave/ad_partner_oper_port_state", "7");
        assertThat(Rig.because(rig.look(), Rig.nicId("eth1"))).contains("the switch");
    }

    @Test
    void liarAMemberOutsideTheActiveAggregator() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.set("eth1", "bonding_slave/ad_aggregator_id", "2");
        Survey survey = rig.look();
        assertThat(Rig.because(survey, Rig.nicId("eth1"))).contains("active aggregator 1");
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
    }

    @Test
    void liarAnAggregateWithoutAPartnerWorksThroughOnePort() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.set("bond0", "bonding/ad_partner_mac", "00:00:00:00:00:00");
        rig.set("eth0", "bonding_slave/ad_actor_oper_port_state", "69");
        rig.set("eth1", "bonding_slave/ad_actor_oper_port_state", "69");
        rig.set("eth1", "bonding_slave/ad_aggregator_id", "2");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.bondId("bond0"))).contains("one port only");
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
    }

    @Test
    void liarAnAggregateWithoutAPartnerShowsEvenWhereTheAddressIsHidden() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.files.without("/sys/class/net/bond0/bonding/ad_partner_mac");
        rig.set("eth0", "bonding_slave/ad_actor_oper_port_state", "69");
        rig.set("eth1", "bonding_slave/ad_actor_oper_port_state", "69");
        rig.set("eth1", "bonding_slave/ad_aggregator_id", "2");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(survey.unseen())
                .singleElement()
                .satisfies(
                        unseen -> assertThat(unseen.silence().remedy()).contains("CAP_NET_ADMIN"));
    }

    @Test
    void liarAMemberThatIsUpWithoutASpeedCannotAggregate() {
        rig.lacp("bond0", "eth0", "eth1");
        rig.set("eth1", "speed", "-1").set("eth1", "duplex", "unknown");
        rig.set("eth1", "bonding_slave/ad_aggregator_id", "2");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
    }

    @Test
    void aMemberOfWhichNothingIsKnownIsSilentAndNotFailed() {
        activeBackup();
        rig.set("bond0", "bonding/slaves", "eth0 eth7");
        Survey survey = rig.look();
        assertThat(Rig.observation(survey, Rig.nicId("eth7")))
                .isInstanceOf(Observation.Silent.class);
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.UNKNOWN);
    }
}
