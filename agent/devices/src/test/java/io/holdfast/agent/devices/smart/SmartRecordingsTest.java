package io.holdfast.agent.devices.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.testkit.Mutations;
import io.holdfast.testkit.Recordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every recording of {@code shared/recordings/smart}. The tables were written by hand from the
 * files' contents: what is not in one of them is a healthy disk.
 */
final class SmartRecordingsTest {

    /** The end of the file's name, and the field that makes the disk worse than ok. */
    private static final Map<String, String> DEGRADED =
            Map.of(
                    // Five counters were set to 10 by whoever made the file.
                    "models__testdata__smart-ata-date2.json", "Reallocated_Sector_Ct",
                    "models__testdata__smart-nvme-failed.json", "media_errors",
                    "models__testdata__smart-scsi.json", "scsi_grown_defect_list",
                    "MB0500EBNCR_13.json", "Reported_Uncorrect",
                    "MB0500EBNCR_14.json", "Reported_Uncorrect",
                    "ST3500418AS_11.json", "Reallocated_Sector_Ct",
                    "ST3500418AS_12.json", "Reallocated_Sector_Ct",
                    "INTEL_SSDSC2KB240G7-sdd.json", "Reallocated_Sector_Ct");

    private static final Map<String, String> FAILED =
            Map.of("models__testdata__smart-fail2.json", "smart_status.passed");

    /** Files that tell nothing of a disk's health. */
    private static final Set<String> NO_HEALTH =
            Set.of(
                    "nvme-list.json",
                    "nvme-smart-log.json",
                    "nvme-smart-log-float.json",
                    "nvme-smart-log-string.json",
                    "type-scsi__scan.json",
                    "megaraid-drives-info.json",
                    "mpt3sas-controllers-info.json",
                    "smartctl_info_sata_smart_support_bool.json",
                    "smartctl_info_sata_smart_support_object.json",
                    "smartctl_scan_nvme.json",
                    "smartctl_scan_simple.json",
                    "smart-raid.json",
                    "testcases_scan__all__response.json",
                    "testcases_scan__include__response.json",
                    "testcases_scan__megaraid__response.json");

    private List<Path> files = List.of();

    @BeforeEach
    void find() {
        files = Recordings.files("smart");
        assumeFalse(files.isEmpty(), "no shared/recordings/smart beside the project");
    }

    @Test
    void everyFileReadsAsItsContentSays() {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            found.put(name, summary(decode(file)));
            expected.put(name, expected(name));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theDecisiveFieldComesFirst() {
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (decode(file) instanceof SmartAnswer.Verdict verdict
                    && verdict.health() != Health.OK) {
                String field = ending(name, verdict.health() == Health.FAILED ? FAILED : DEGRADED);
                assertThat(verdict.evidence())
                        .first()
                        .extracting(Evidence::key)
                        .asString()
                        .as(name)
                        .contains(field);
            }
        }
    }

    @Test
    void everyHealthyDiskSaysWhatItIs() {
        for (Path file : files) {
            if (decode(file) instanceof SmartAnswer.Verdict verdict
                    && !file.toString().endsWith("smart-pass.json")) {
                assertThat(verdict.identity()).as(file.toString()).containsKey("model");
            }
        }
    }

    @Test
    void damagedRecordingsNeverBreakTheDecoder() {
        List<String> texts = files.stream().map(Recordings::text).toList();
        Mutations.feed(texts, 20_260_301, text -> SmartctlDecoder.decode("fuzz", 0, text));
        Mutations.feed(texts, 20_260_302, SmartScan::decode);
    }

    private static SmartAnswer decode(Path file) {
        return SmartctlDecoder.decode("smartctl", 0, Recordings.text(file));
    }

    private static String summary(SmartAnswer answer) {
        return switch (answer) {
            case SmartAnswer.Verdict verdict -> verdict.health().name();
            case SmartAnswer.Asleep asleep -> "asleep";
            case SmartAnswer.Mute mute -> "nothing";
        };
    }

    private static String expected(String name) {
        if (NO_HEALTH.stream().anyMatch(name::endsWith)) {
            return "nothing";
        }
        if (FAILED.keySet().stream().anyMatch(name::endsWith)) {
            return Health.FAILED.name();
        }
        boolean degraded = DEGRADED.keySet().stream().anyMatch(name::endsWith);
        return (degraded ? Health.DEGRADED : Health.OK).name();
    }

    private static String ending(String name, Map<String, String> table) {
        return table.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the table: " + name));
    }
}
