package io.holdfast.agent.devices.raid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.Mutations;
import io.holdfast.testkit.Recordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RaidDecodersTest {

    private static final List<String> STORCLI =
            List.of(Samples.CONTROLLER, Samples.VOLUMES, Samples.DRIVES);

    @Test
    void storcliTellsOfControllerCacheAndDrives() {
        RaidController controller = Storcli.decode("perccli64", STORCLI).getFirst();
        assertThat(controller.part().health()).isEqualTo(Health.DEGRADED);
        assertThat(controller.part().identity()).containsEntry("model", "PERC H730 Mini");
        assertThat(controller.batteries())
                .singleElement()
                .extracting(Judged::health)
                .isEqualTo(Health.FAILED);
        assertThat(healths(controller))
                .isEqualTo(
                        Map.of(
                                "c0/e32/s0", Health.DEGRADED,
                                "c0/e32/s1", Health.OK,
                                "c0/e32/s3", Health.OK,
                                "c0/e32/s4", Health.OK,
                                "c0/e32/s5", Health.FAILED,
                                "c0/e32/s6", Health.OK));
    }

    @Test
    void storcliTellsOfVolumesAndOfPlacesWithoutADrive() {
        List<RaidVolume> volumes = Storcli.decode("perccli64", STORCLI).getFirst().volumes();
        RaidVolume data = volumes.getFirst();
        assertThat(data.device()).contains("sda");
        assertThat(data.published()).contains(Redundancy.NONE);
        assertThat(data.sets()).singleElement().extracting(RaidSet::guaranteed).isEqualTo(0);
        assertThat(data.sets().getFirst().places()).hasSize(3);
        RaidSet boot = volumes.get(1).sets().getFirst();
        assertThat(boot.guaranteed()).isZero();
        assertThat(boot.places().get(1).filling()).isTrue();
    }

    @Test
    void spansOfNestedLevelsAreSetsOfTheirOwn() {
        String topology =
                """
                {"Controllers": [{"Command Status": {"Controller": 0}, "Response Data": {
                 "VD LIST": [{"DG/VD": "0/0", "TYPE": "RAID10", "State": "Dgrd"}],
                 "TOPOLOGY": [
                  {"DG": 0, "Arr": 0, "EID:Slot": "1:0", "Type": "DRIVE", "State": "Onln"},
                  {"DG": 0, "Arr": 0, "EID:Slot": "1:1", "Type": "DRIVE", "State": "Offln"},
                  {"DG": 0, "Arr": 1, "EID:Slot": "1:2", "Type": "DRIVE", "State": "Onln"},
                  {"DG": 0, "Arr": 1, "EID:Slot": "1:3", "Type": "DRIVE", "State": "Onln"}]}}]}
                """;
        RaidVolume volume =
                Storcli.decode("storcli64", List.of(topology)).getFirst().volumes().getFirst();
        assertThat(volume.sets()).extracting(RaidSet::guaranteed).containsExactly(0, 1);
        assertThat(volume.published()).isEmpty();
    }

    @Test
    void ssacliTellsTheSameOfHpesControllers() {
        RaidController controller = Ssacli.decode("ssacli", Samples.SSACLI).getFirst();
        assertThat(controller.part().name()).isEqualTo("slot0");
        assertThat(controller.part().health()).isEqualTo(Health.DEGRADED);
        assertThat(controller.batteries().getFirst().health()).isEqualTo(Health.FAILED);
        assertThat(healths(controller))
                .isEqualTo(
                        Map.of(
                                "slot0/1I:1:1", Health.OK,
                                "slot0/1I:1:2", Health.FAILED,
                                "slot0/1I:1:9", Health.OK,
                                "slot0/2I:1:5", Health.DEGRADED));
        RaidVolume volume = controller.volumes().getFirst();
        assertThat(volume.part().health()).isEqualTo(Health.DEGRADED);
        assertThat(volume.device()).contains("sda");
        assertThat(volume.sets().getFirst().places()).hasSize(2);
        assertThat(volume.sets().getFirst().guaranteed()).isZero();
    }

    @Test
    void recordedAnswersOfStorcli() {
        List<Path> files =
                Recordings.files("smart").stream()
                        .filter(file -> file.toString().contains("storcli"))
                        .toList();
        assumeTrue(!files.isEmpty(), "no shared/recordings/smart beside the project");
        for (Path file : files) {
            List<RaidController> found = Storcli.decode("storcli", List.of(Recordings.text(file)));
            boolean passThrough = file.toString().contains("mpt3sas");
            assertThat(found).as(file.toString()).hasSize(1);
            // Counted in the files: 29 and 6 drives, every one of them without an error.
            assertThat(found.getFirst().drives()).hasSize(passThrough ? 29 : 6);
            assertThat(found.getFirst().drives()).allMatch(d -> d.health() == Health.OK);
        }
    }

    @Test
    void damagedAnswersNeverBreakTheDecoders() {
        Mutations.feed(
                STORCLI,
                1,
                text -> assertThat(Storcli.decode("storcli", List.of(text))).isNotNull());
        Mutations.feed(
                List.of(Samples.SSACLI),
                2,
                text -> assertThat(Ssacli.decode("ssacli", text)).isNotNull());
    }

    private static Map<String, Health> healths(RaidController controller) {
        return controller.drives().stream().collect(Collectors.toMap(Judged::name, Judged::health));
    }
}
