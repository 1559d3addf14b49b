package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.survey.Survey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetProbeTest {

    private static final String ROUTES = "/proc/net/route";
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    @TempDir Path root;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(root);
    }

    private void defaultRoute(String nic) {
        String route = nic + "\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0\t0\t0";
        rig.files.file(ROUTES, HEAD + route);
    }

    private PlantedTree setDown(String nic) {
        return rig.set(nic, "flags", "0x1002").files.without("/sys/class/net/" + nic + "/carrier");
    }

    @Test
    void aNicInUseIsASinglePointOfFailure() {
        rig.nic("eth0");
        defaultRoute("eth0");
        Survey survey = rig.look();
        assertThat(survey.complete()).isTrue();
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.OK);
        assertThat(Rig.group(survey, "link:eth0").withoutSpareByDesign()).isTrue();
        assertThat(Rig.group(survey, "link:eth0").singlePointOfFailure()).isTrue();
    }

    @Test
    void aNicInUseThatLosesItsLinkHasFailedAndItsGroupWithIt() {
        rig.nic("eth0");
        defaultRoute("eth0");
        rig.look();
        rig.set("eth0", "carrier", "0").files.file(ROUTES, HEAD);
        Survey survey = rig.look();
        assertThat(Rig.because(survey, Rig.nicId("eth0")))
                .isEqualTo("/sys/class/net/eth0/carrier =0 no link");
        assertThat(Rig.group(survey, "link:eth0").computed()).isEqualTo(Redundancy.INSUFFICIENT);
    }

    @Test
    void aNicThatIsSetDownAndUnusedIsNoFault() {
        rig.nic("eth1").set("eth1", "flags", "0x1002").files.without("/sys/class/net/eth1/carrier");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.OK);
        assertThat(Rig.groups(survey)).isEmpty();
    }

    @Test
    void theOnlyUplinkThatIsSetDownHasFailedForWhatItCarried() {
        rig.nic("eth0");
        defaultRoute("eth0");
        rig.look();
        setDown("eth0").file(ROUTES, HEAD);
        rig.look();
        Survey survey = rig.look();
        assertThat(Rig.because(survey, Rig.nicId("eth0")))
                .isEqualTo(
                        "/sys/class/net/eth0/flags =down set down by someone although it carries"
                                + " the default route");
        assertThat(Rig.group(survey, "link:eth0").computed()).isEqualTo(Redundancy.INSUFFICIENT);
    }

    @Test
    void aNicThatHadALinkAndIsSetDownHasFailed() {
        rig.nic("eth1");
        rig.look();
        setDown("eth1");
        Survey survey = rig.look();
        assertThat(Rig.because(survey, Rig.nicId("eth1")))
                .contains("set down by someone although it had a link");
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
    }

    @Test
    void aNicThatNeverHadALinkMayBeSetDown() {
        rig.nic("eth1").set("eth1", "carrier", "0").set("eth1", "carrier_up_count", "0");
        rig.look();
        setDown("eth1");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth1"))).isEqualTo(Health.OK);
    }

    @Test
    void whatANicCarriedIsNotHeldAgainstTheNextOfItsName() {
        rig.nic("eth1");
        rig.look();
        setDown("eth1");
        rig.set("eth1", "ifindex", "9");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth1"))).isEqualTo(Health.OK);
    }

    @Test
    void aMachineWithoutAnyLinkSaysSo() {
        rig.nic("eth0").nic("eth1").set("eth1", "carrier", "0");
        assertThat(rig.look().unseen()).isEmpty();
        setDown("eth0");
        assertThat(rig.look().unseen())
                .singleElement()
                .satisfies(
                        unseen -> {
                            assertThat(unseen.silence().detail())
                                    .isEqualTo(
                                            "no NIC of this machine has a link: eth0 is set down,"
                                                    + " eth1 has no link");
                            assertThat(unseen.silence().remedy()).contains("ip link set eth0 up");
                        });
    }

    @Test
    void aPortWithoutACableSinceBootThatNothingUsesIsNoFault() {
        rig.nic("eth1").set("eth1", "carrier", "0").set("eth1", "carrier_up_count", "0");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth1"))).isEqualTo(Health.OK);
    }

    @Test
    void aPortThatHadALinkAndLostItHasFailed() {
        rig.nic("eth1").set("eth1", "carrier", "0");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth1"))).isEqualTo(Health.FAILED);
    }

    @Test
    void aVirtioNicWithoutSpeedAndDuplexIsNoFault() {
        rig.nic("eth0").set("eth0", "speed", "-1").set("eth0", "duplex", "unknown");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
    }

    @Test
    void halfDuplexIsDegraded() {
        rig.nic("eth0").set("eth0", "duplex", "half");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.nicId("eth0"))).contains("/duplex =half");
    }

    @Test
    void aNicThatNegotiatedLessThanBeforeIsDegraded() {
        rig.nic("eth0");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
        rig.set("eth0", "speed", "1000");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.nicId("eth0")))
                .isEqualTo(
                        "/sys/class/net/eth0/speed =1000 Mbit/s expected 10000 Mbit/s: it had that"
                                + " before");
    }

    @Test
    void aNicThatSettledForLessThanBothEndsOfferedIsDegraded() throws Exception {
        rig.nic("eth0").set("eth0", "speed", "100");
        NetProbe probe =
                new NetProbe(
                        Rig.HOST,
                        rig.files.tree(),
                        nic -> nic.equals("eth0") ? OptionalInt.of(1000) : OptionalInt.empty(),
                        rig.time,
                        rig.time,
                        NicLimits.USUAL,
                        NetProbe.Counts.HARDWARE);
        assertThat(Rig.because(probe.look(), Rig.nicId("eth0")))
                .contains("100 Mbit/s expected 1000 Mbit/s: both ends offered it");
    }

    @Test
    void errorsBeyondTheLimitDegradeAndPassWithTheWindow() {
        rig.nic("eth0");
        rig.look();
        rig.time.advance(Duration.ofSeconds(10));
        rig.set("eth0", "statistics/rx_crc_errors", "9");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
        rig.time.advance(Duration.ofSeconds(10));
        rig.set("eth0", "statistics/rx_crc_errors", "10");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.nicId("eth0")))
                .isEqualTo(
                        "/sys/class/net/eth0/statistics/rx_crc_errors =+10 within 10 min, limit"
                                + " 10");
        rig.time.advance(Duration.ofMinutes(9));
        rig.look();
        rig.time.advance(Duration.ofMinutes(11));
        assertThat(Rig.health(rig.look(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
    }

    @Test
    void aCablePulledAndPutBackIsNoFlappingButThreeTimesIs() {
        rig.nic("eth0");
        rig.look();
        rig.time.advance(Duration.ofSeconds(5));
        rig.set("eth0", "carrier_changes", "4");
        assertThat(Rig.health(rig.look(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
        rig.time.advance(Duration.ofSeconds(5));
        rig.set("eth0", "carrier_changes", "8");
        Survey survey = rig.look();
        assertThat(Rig.health(survey, Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.because(survey, Rig.nicId("eth0"))).contains("carrier_changes =+6");
    }

    @Test
    void countersShowAsRatesFromTheSecondLookOn() {
        rig.nic("eth0");
        Observation.Reported first =
                (Observation.Reported) Rig.observation(rig.look(), Rig.nicId("eth0"));
        assertThat(first.readings()).extracting("name").containsExactly("speed");
        rig.time.advance(Duration.ofSeconds(10));
        rig.set("eth0", "statistics/rx_bytes", "21000");
        Observation.Reported second =
                (Observation.Reported) Rig.observation(rig.look(), Rig.nicId("eth0"));
        assertThat(second.readings())
                .filteredOn(reading -> reading.name().equals("rx_bytes"))
                .singleElement()
                .satisfies(reading -> assertThat(reading.value()).isEqualTo(2000));
    }

    @Test
    void aNicUnderABridgeCarriesIt() {
        rig.nic("eth0").files.folder("/sys/class/net/eth0/upper_br0");
        Survey survey = rig.look();
        assertThat(Rig.groups(survey)).containsExactly("link:eth0");
        assertThat(((Observation.Reported) Rig.observation(survey, Rig.nicId("eth0"))).evidence())
                .anyMatch(evidence -> evidence.label().equals("carries [br0]"));
    }

    @Test
    void linkLocalAddressesAreNoUse() {
        rig.nic("idrac");
        rig.files.file(
                ROUTES, HEAD + "idrac\t0000FEA9\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0");
        rig.files.file(
                "/proc/net/if_inet6", "fe800000000000000000000000000001 02 40 20 80    idrac");
        assertThat(Rig.groups(rig.look())).isEmpty();
    }

    @Test
    void aGlobalIpv6AddressIsUse() {
        rig.nic("eth0")
                .files
                .file(
                        "/proc/net/if_inet6",
                        "20010db8000000000000000000000001 02 40 00 80     eth0");
        assertThat(Rig.groups(rig.look())).containsExactly("link:eth0");
    }

    @Test
    void whatIsBuiltUponNicsAndVirtualFunctionsAreNoNics() {
        rig.nic("eth0").nic("eth0v0").files.folder("/sys/class/net/eth0v0/device/physfn");
        rig.nic("rep0").set("rep0", "phys_port_name", "pf0vf3");
        rig.set("docker0", "type", "1").set("lo", "type", "772");
        assertThat(rig.look().components()).extracting("id").containsExactly(Rig.nicId("eth0"));
    }

    @Test
    void aNamespaceWithoutHardwareSaysSo() {
        rig.set("veth0", "type", "1");
        Survey survey = rig.look();
        assertThat(survey.components()).isEmpty();
        assertThat(survey.unseen())
                .singleElement()
                .satisfies(
                        unseen ->
                                assertThat(unseen.silence().cause())
                                        .isEqualTo(Silence.Cause.NOT_OFFERED));
    }

    @Test
    void theLegOfAVethCountsWhereThatIsWanted() {
        Rig inside = new Rig(root, NetProbe.Counts.VIRTUAL_ETHERNET);
        inside.set("veth0", "type", "1").set("veth0", "flags", "0x1003");
        inside.set("br0", "type", "1").files.folder("/sys/class/net/br0/bridge");
        inside.set("lo", "type", "772");
        assertThat(inside.look().components()).extracting("id").containsExactly(Rig.nicId("veth0"));
    }

    @Test
    void aGlanceSeesLinksAtOnceAndTrafficAsItWas() {
        rig.nic("eth0");
        defaultRoute("eth0");
        rig.look();
        rig.time.advance(Duration.ofSeconds(10));
        rig.set("eth0", "carrier", "0").set("eth0", "statistics/rx_errors", "1000");
        rig.nic("eth1").files.file(ROUTES, HEAD);
        Survey survey = rig.glance();
        assertThat(Rig.because(survey, Rig.nicId("eth0"))).contains("/carrier =0");
        assertThat(Rig.groups(survey)).containsExactly("link:eth0");
        assertThat(Rig.health(survey, Rig.nicId("eth1"))).isEqualTo(Health.OK);
        assertThat(survey.complete()).isTrue();
        rig.set("eth0", "carrier", "1");
        assertThat(Rig.because(rig.look(), Rig.nicId("eth0"))).contains("rx_errors =+1000");
    }

    @Test
    void glancesAloneDoNotKeepCountersFromBeingRead() {
        rig.nic("eth0");
        rig.look();
        rig.set("eth0", "statistics/rx_errors", "1000");
        rig.time.advance(NetProbe.OLDEST_LOOK);
        assertThat(Rig.health(rig.glance(), Rig.nicId("eth0"))).isEqualTo(Health.OK);
        rig.time.advance(Duration.ofMillis(1));
        assertThat(Rig.health(rig.glance(), Rig.nicId("eth0"))).isEqualTo(Health.DEGRADED);
    }

    @Test
    void aGlanceBeforeAnyLookIsALook() {
        rig.nic("eth0");
        defaultRoute("eth0");
        assertThat(Rig.groups(rig.glance())).containsExactly("link:eth0");
    }

    @Test
    void anInterfaceThatTakesANameOverIsReadAnew() {
        rig.nic("eth0");
        rig.look();
        rig.set("eth0", "ifindex", "8").set("eth0", "address", "02:00:00:00:00:02");
        assertThat(rig.glance().components().getFirst().attributes())
                .containsEntry("address", "02:00:00:00:00:02");
    }

    @Test
    void withoutSysfsTheProbeIsBlindAndSaysWhatHelps(@TempDir Path empty) throws Exception {
        NetProbe probe =
                new NetProbe(
                        Rig.HOST,
                        new io.holdfast.agent.devices.linux.SysTree(empty),
                        rig.time,
                        rig.time,
                        NicLimits.USUAL,
                        NetProbe.Counts.HARDWARE);
        Survey survey = probe.look();
        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen().getFirst().silence().remedy()).contains("sysfs");
    }
}
