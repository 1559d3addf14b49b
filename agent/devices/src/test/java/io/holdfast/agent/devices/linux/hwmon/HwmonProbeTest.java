package io.holdfast.agent.devices.linux.hwmon;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HwmonProbeTest {

    private static final String CHIP = "/sys/class/hwmon/hwmon0/";

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));
    private HwmonProbe probe = probe();

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        probe = probe();
        tree.file(CHIP + "name", "nct6775");
        fan(1, "1200", "600");
        fan(2, "1300", "600");
        fan(3, "1250", "600");
    }

    private HwmonProbe probe() {
        return new HwmonProbe(new HostId("s", "r", "h"), tree.tree(), ManualTime.start());
    }

    @Test
    void allButOneFanMustTurn() throws Exception {
        Seen seen = look();
        assertThat(seen.group("cooling:nct6775").spares()).isEqualTo(1);
        assertThat(seen.reading("fan:nct6775/fan1", "speed")).isEqualTo(1200);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 600, 0, 0, FAILED",
        "0, 600, 1, 0, FAILED",
        "300, 600, 0, 0, DEGRADED",
        "900, 600, 1, 0, DEGRADED",
        "900, 600, 0, 1, FAILED",
        "900, 600, 0, 0, OK",
        "0, 0, 0, 1, FAILED"
    })
    void aFanDoesItsWorkOrNot(String rpm, String min, String alarm, String fault, String state)
            throws Exception {
        fan(2, rpm, min);
        tree.file(CHIP + "fan2_alarm", alarm).file(CHIP + "fan2_fault", fault);
        assertThat(look().states()).containsEntry("fan:nct6775/fan2", state);
    }

    @Test
    void aStandingFanLeavesNoSpare() throws Exception {
        fan(2, "0", "600");
        assertThat(look().group("cooling:nct6775").forAlerts()).isEqualTo(Redundancy.NONE);
    }

    @Test
    void aConnectorThatNeverTurnedIsNoFanButOneThatDidHasFailed() throws Exception {
        fan(4, "0", "0");
        Seen before = look();
        assertThat(before.states()).doesNotContainKey("fan:nct6775/fan4");
        assertThat(before.survey().unseen())
                .extracting(Unseen::target)
                .contains("fans fan4 of nct6775");
        fan(4, "700", "0");
        assertThat(look().states()).containsEntry("fan:nct6775/fan4", "OK");
        fan(4, "0", "0");
        assertThat(look().states()).containsEntry("fan:nct6775/fan4", "FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "45000, 80000, 95000, OK",
        "80000, 80000, 95000, DEGRADED",
        "95000, 80000, 95000, FAILED",
        // Limits that nobody has set.
        "45000, 0, 0, OK",
        "45000, 127000, 255000, OK",
        "-62000, 80000, 95000, silent"
    })
    void aTemperatureIsJudgedByTheLimitsOfItsChip(
            String value, String max, String crit, String state) throws Exception {
        tree.file(CHIP + "temp1_input", value)
                .file(CHIP + "temp1_max", max)
                .file(CHIP + "temp1_crit", crit)
                .file(CHIP + "temp1_label", "SYSTIN");
        assertThat(look().states()).containsEntry("temperature:nct6775/SYSTIN", state);
    }

    @Test
    void anAlarmCountsOnlyWhereItsLimitWasSet() throws Exception {
        tree.file(CHIP + "temp1_input", "40000")
                .file(CHIP + "temp1_max", "0")
                .file(CHIP + "temp1_max_alarm", "1");
        assertThat(look().states()).containsEntry("temperature:nct6775/temp1", "OK");
        tree.file(CHIP + "temp1_max", "60000");
        assertThat(look().states()).containsEntry("temperature:nct6775/temp1", "DEGRADED");
    }

    @Test
    void theSumOfAProcessorStandsForItsCores() throws Exception {
        tree.file("/sys/class/hwmon/hwmon1/name", "coretemp")
                .file("/sys/class/hwmon/hwmon1/temp1_input", "50000")
                .file("/sys/class/hwmon/hwmon1/temp1_label", "Package id 0")
                .file("/sys/class/hwmon/hwmon1/temp2_input", "48000")
                .file("/sys/class/hwmon/hwmon1/temp2_label", "Core 0");
        assertThat(look().states())
                .containsKey("temperature:coretemp/Package id 0")
                .doesNotContainKey("temperature:coretemp/Core 0");
    }

    @Test
    void twoChipsOfOneDriverAreToldApart() throws Exception {
        for (int i = 1; i <= 2; i++) {
            tree.file("/sys/class/hwmon/hwmon" + i + "/name", "coretemp")
                    .file("/sys/class/hwmon/hwmon" + i + "/temp1_input", "50000");
        }
        assertThat(look().states())
                .containsKeys(
                        "temperature:coretemp@hwmon1/temp1", "temperature:coretemp@hwmon2/temp1");
    }

    @Test
    void theHeatOfADiskIsNotThatOfTheMachine() throws Exception {
        tree.file("/sys/class/hwmon/hwmon1/name", "nvme")
                .file("/sys/class/hwmon/hwmon1/temp1_input", "40000")
                .file("/sys/class/hwmon/hwmon1/temp1_label", "Composite");
        Seen seen = look();
        assertThat(seen.states()).containsEntry("temperature:nvme/Composite", "OK");
        assertThat(seen.survey().unseen())
                .extracting(Unseen::target)
                .containsExactly("temperatures of board and processors");
    }

    @Test
    void noDiskIsKeptAwakeForItsTemperature() throws Exception {
        tree.file("/sys/class/hwmon/hwmon1/name", "drivetemp")
                .file("/sys/class/hwmon/hwmon1/temp1_input", "30000");
        assertThat(look().states().keySet()).noneMatch(name -> name.contains("drivetemp"));
    }

    @Test
    void zonesStandInWhereNoChipHasATemperature() throws Exception {
        String zone = "/sys/class/thermal/thermal_zone0/";
        tree.file(zone + "type", "x86_pkg_temp")
                .file(zone + "temp", "99000")
                .file(zone + "trip_point_0_type", "critical")
                .file(zone + "trip_point_0_temp", "98000");
        assertThat(look().states())
                .containsEntry("temperature:x86_pkg_temp@thermal_zone0", "FAILED");
    }

    @Test
    void aMachineWithoutSensorsSaysWhatWouldHelp() throws Exception {
        HwmonProbe blind =
                new HwmonProbe(
                        new HostId("s", "r", "h"),
                        new PlantedTree(root.resolve("empty")).tree(),
                        ManualTime.start());
        assertThat(blind.look().unseen())
                .extracting(Unseen::target)
                .containsExactly("fans", "temperatures of board and processors");
        assertThat(blind.look().unseen().getFirst().silence().remedy()).contains("ipmi_si");
    }

    private Seen look() throws InterruptedException {
        return new Seen(probe.look());
    }

    private void fan(int number, String rpm, String min) {
        String fan = CHIP + "fan" + number;
        tree.file(fan + "_input", rpm).file(fan + "_min", min);
    }
}
