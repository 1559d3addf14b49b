package io.holdfast.agent.devices.linux.memory;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryProbeTest {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final String MC = "/sys/devices/system/edac/mc/mc0";
    private static final String DIMM = MC + "/dimm0";

    @TempDir Path root;

    private final ManualTime time = ManualTime.start();
    private PlantedTree files;
    private MemoryProbe probe;

    @BeforeEach
    void plant() {
        files = new PlantedTree(root);
        probe = new MemoryProbe(HOST, files.tree(), time, time, MemoryLimits.USUAL);
        files.file(MC + "/mc_name", "Skylake Socket#0 IMC#0");
        dimm(DIMM, "DIMM_A1");
    }

    private void dimm(String folder, String label) {
        files.file(folder + "/dimm_label", label)
                .file(folder + "/dimm_mem_type", "Registered-DDR4")
                .file(folder + "/size", "32768")
                .file(folder + "/dimm_ce_count", "0")
                .file(folder + "/dimm_ue_count", "0");
    }

    private Observation.Reported look() throws InterruptedException {
        return (Observation.Reported) probe.look().observations().getFirst();
    }

    @Test
    void aModuleBearsTheNameOnTheBoard() throws Exception {
        Survey survey = probe.look();
        assertThat(survey.components())
                .singleElement()
                .satisfies(
                        dimm -> {
                            assertThat(dimm.id()).isEqualTo(HOST.component(Kind.DIMM, "DIMM_A1"));
                            assertThat(dimm.attributes())
                                    .containsEntry("capacity-bytes", "34359738368");
                        });
        assertThat(look().health()).isEqualTo(Health.OK);
    }

    @Test
    void modulesWithoutANameOrWithTheSameOneBearTheKernels() throws Exception {
        dimm(MC + "/dimm1", "DIMM_A1");
        dimm(MC + "/dimm2", "");
        assertThat(probe.look().components())
                .extracting(component -> component.id().name())
                .containsExactly("DIMM_A1", "mc0/dimm1", "mc0/dimm2");
    }

    @Test
    void tenCorrectedErrorsADayDegrade() throws Exception {
        look();
        time.advance(Duration.ofHours(1));
        files.file(DIMM + "/dimm_ce_count", "9");
        assertThat(look().health()).isEqualTo(Health.OK);
        time.advance(Duration.ofHours(1));
        files.file(DIMM + "/dimm_ce_count", "10");
        Observation.Reported seen = look();
        assertThat(seen.health()).isEqualTo(Health.DEGRADED);
        assertThat(seen.evidence().getFirst().source()).isEqualTo(DIMM + "/dimm_ce_count");
    }

    @Test
    void anUncorrectedErrorThatWasSeenComingHasFailedTheModuleForGood() throws Exception {
        look();
        time.advance(Duration.ofSeconds(30));
        files.file(DIMM + "/dimm_ue_count", "1");
        assertThat(look().health()).isEqualTo(Health.FAILED);
        time.advance(Duration.ofDays(30));
        assertThat(look().health()).isEqualTo(Health.FAILED);
    }

    @Test
    void anUncorrectedErrorBeforeTheFirstLookIsAWarning() throws Exception {
        files.file(DIMM + "/dimm_ue_count", "2");
        assertThat(look().health()).isEqualTo(Health.DEGRADED);
        assertThat(look().evidence().getFirst().label())
                .isEqualTo("uncorrected since the driver was loaded");
    }

    @Test
    void afterTheDriverIsLoadedAnewCountingBeginsAnew() throws Exception {
        files.file(DIMM + "/dimm_ue_count", "2");
        look();
        files.file(DIMM + "/dimm_ue_count", "0");
        assertThat(look().health()).isEqualTo(Health.OK);
        files.file(DIMM + "/dimm_ue_count", "1");
        assertThat(look().health()).isEqualTo(Health.FAILED);
    }

    @Test
    void kernelsThatCountByRowShowRows(@TempDir Path old) throws Exception {
        PlantedTree rows = new PlantedTree(old);
        rows.file(MC + "/csrow0/ce_count", "0")
                .file(MC + "/csrow0/ue_count", "1")
                .file(MC + "/csrow0/size_mb", "4096");
        Survey survey = new MemoryProbe(HOST, rows.tree(), time, time, MemoryLimits.USUAL).look();
        assertThat(survey.components())
                .extracting(component -> component.id().name())
                .containsExactly("mc0/csrow0");
        assertThat(((Observation.Reported) survey.observations().getFirst()).health())
                .isEqualTo(Health.DEGRADED);
    }

    @Test
    void errorsThatTheControllerCannotPlaceStandAgainstIt() throws Exception {
        files.file(MC + "/ue_noinfo_count", "1");
        assertThat(probe.look().components())
                .extracting(component -> component.id().kind())
                .containsExactly(Kind.DIMM, Kind.CONTROLLER);
    }

    @Test
    void withoutADriverTheProbeIsBlindAndSaysWhatHelps(@TempDir Path empty) throws Exception {
        PlantedTree none = new PlantedTree(empty);
        Survey survey = new MemoryProbe(HOST, none.tree(), time, time, MemoryLimits.USUAL).look();
        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen().getFirst().silence().cause())
                .isEqualTo(Silence.Cause.NOT_OFFERED);
        assertThat(survey.unseen().getFirst().silence().remedy()).contains("EDAC");
    }

    @Test
    void damagedFilesAreSurvived() {
        List<String> leaves = List.of("dimm_label", "size", "dimm_ce_count", "dimm_ue_count");
        int[] turn = {0};
        Mutations.feed(
                List.of("DIMM_A1", "32768", "7", "18446744073709551615"),
                Long.getLong("holdfast.seed", 1),
                text -> {
                    files.file(DIMM + "/" + leaves.get(turn[0]++ % leaves.size()), text);
                    time.advance(Duration.ofMinutes(1));
                    try {
                        assertThat(probe.look().observations()).hasSize(1);
                    } catch (InterruptedException e) {
                        throw new AssertionError("nobody interrupted", e);
                    }
                });
    }
}
