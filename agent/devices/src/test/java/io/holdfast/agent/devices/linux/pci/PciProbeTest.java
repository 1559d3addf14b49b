package io.holdfast.agent.devices.linux.pci;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PciProbeTest {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final String NIC = "/sys/bus/pci/devices/0000:3b:00.0";
    private static final String CORRECTABLE =
            "RxErr 0\nBadTLP @\nBadDLLP 0\nRollover 0\nTimeout 0\nTOTAL_ERR_COR @";

    @TempDir Path root;

    private final ManualTime time = ManualTime.start();
    private PlantedTree files;
    private PciProbe probe;

    @BeforeEach
    void plant() {
        files = new PlantedTree(root);
        probe = new PciProbe(HOST, files.tree(), time, time, PciLimits.USUAL);
        device(NIC, "0x020000");
    }

    private void device(String folder, String type) {
        files.file(folder + "/class", type)
                .file(folder + "/vendor", "0x8086")
                .file(folder + "/device", "0x1572")
                .file(folder + "/aer_dev_nonfatal", "Undefined 0\nDLP 0\nTOTAL_ERR_NONFATAL 0")
                .file(folder + "/aer_dev_fatal", "Undefined 0\nDLP 0\nTOTAL_ERR_FATAL 0");
        correctable(folder, 0);
    }

    private void correctable(String folder, int count) {
        files.file(
                folder + "/aer_dev_correctable", CORRECTABLE.replace("@", String.valueOf(count)));
    }

    private Observation.Reported look() throws InterruptedException {
        return (Observation.Reported) probe.look().observations().getFirst();
    }

    @Test
    void aNicWithoutErrorsIsListedWithItsSlot() throws Exception {
        files.file("/sys/bus/pci/slots/4/address", "0000:3b:00");
        Survey survey = probe.look();
        assertThat(survey.components())
                .singleElement()
                .satisfies(
                        slot -> {
                            assertThat(slot.id())
                                    .isEqualTo(HOST.component(Kind.SLOT, "0000:3b:00.0"));
                            assertThat(slot.attributes())
                                    .containsEntry("pci-id", "8086:1572")
                                    .containsEntry("slot", "4");
                        });
        assertThat(look().health()).isEqualTo(Health.OK);
    }

    @Test
    void aBridgeIsListedOnceItHasErrors() throws Exception {
        String bridge = "/sys/bus/pci/devices/0000:00:01.0";
        device(bridge, "0x060400");
        assertThat(probe.look().components()).hasSize(1);
        correctable(bridge, 3);
        assertThat(probe.look().components()).hasSize(2);
    }

    @Test
    void aFewCorrectableErrorsAreNormalAndAThousandAnHourAreNot() throws Exception {
        look();
        time.advance(Duration.ofMinutes(10));
        correctable(NIC, 999);
        assertThat(look().health()).isEqualTo(Health.OK);
        time.advance(Duration.ofMinutes(10));
        correctable(NIC, 1000);
        Observation.Reported seen = look();
        assertThat(seen.health()).isEqualTo(Health.DEGRADED);
        assertThat(seen.evidence().getFirst().source()).isEqualTo(NIC + "/aer_dev_correctable");
        assertThat(seen.evidence().getFirst().label()).isEqualTo("mostly BadTLP");
    }

    @Test
    void anErrorThatWasNotCorrectedDegrades() throws Exception {
        files.file(NIC + "/aer_dev_nonfatal", "CmpltTO 2\nTOTAL_ERR_NONFATAL 2");
        assertThat(look().health()).as("those of enumeration do not count").isEqualTo(Health.OK);
        time.advance(Duration.ofSeconds(10));
        files.file(NIC + "/aer_dev_nonfatal", "CmpltTO 3\nTOTAL_ERR_NONFATAL 3");
        assertThat(look().health()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void aFatalErrorHasFailedTheDeviceAndIsRememberedSinceBoot() throws Exception {
        look();
        time.advance(Duration.ofSeconds(10));
        files.file(NIC + "/aer_dev_fatal", "SDES 1\nTOTAL_ERR_FATAL 1");
        assertThat(look().health()).isEqualTo(Health.FAILED);
        time.advance(Duration.ofMinutes(59));
        look();
        time.advance(Duration.ofMinutes(61));
        Observation.Reported later = look();
        assertThat(later.health()).isEqualTo(Health.DEGRADED);
        assertThat(later.evidence().getFirst().value()).isEqualTo("+1 since boot");
    }

    @Test
    void aLinkWithFewerLanesThanBothEndsHaveIsDegraded(@TempDir Path other) throws Exception {
        PlantedTree linked = new PlantedTree(other);
        String bridge = "/sys/devices/pci0000:3a/0000:3a:00.0";
        String nic = bridge + "/0000:3b:00.0";
        linked.file(bridge + "/max_link_width", "8")
                .file(nic + "/max_link_width", "16")
                .file(nic + "/current_link_width", "4")
                .file(nic + "/class", "0x020000")
                .file(nic + "/aer_dev_correctable", "TOTAL_ERR_COR 0")
                .folder("/sys/bus/pci/devices");
        Files.createSymbolicLink(
                other.resolve("sys/bus/pci/devices/0000:3b:00.0"), other.resolve(nic.substring(1)));
        PciProbe there = new PciProbe(HOST, linked.tree(), time, time, PciLimits.USUAL);
        Observation.Reported seen = (Observation.Reported) there.look().observations().getFirst();
        assertThat(seen.health()).isEqualTo(Health.DEGRADED);
        assertThat(seen.evidence().getFirst().value()).isEqualTo("x4");
        assertThat(seen.evidence().getFirst().label()).isEqualTo("both ends can x8");
    }

    @Test
    void whereNothingCountsTheProbeIsBlindAndSaysWhatHelps(@TempDir Path empty) throws Exception {
        PlantedTree none = new PlantedTree(empty);
        Survey survey = new PciProbe(HOST, none.tree(), time, time, PciLimits.USUAL).look();
        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen().getFirst().silence().cause())
                .isEqualTo(Silence.Cause.NOT_OFFERED);
        assertThat(survey.unseen().getFirst().silence().remedy()).contains("pci=noaer");
    }

    @Test
    void damagedCountersAreSurvived() {
        Mutations.feed(
                List.of(CORRECTABLE.replace("@", "3"), "TOTAL_ERR_FATAL 1"),
                Long.getLong("holdfast.seed", 1),
                text -> {
                    AerCounters counters = AerCounters.parse(text);
                    assertThat(counters.total()).isNotNegative();
                    assertThat(counters.byName().values()).allMatch(count -> count >= 0);
                });
    }
}
