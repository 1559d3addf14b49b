package io.holdfast.agent.devices.linux.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.core.component.HostId;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PowerProbeTest {

    private static final String CLASS = "/sys/class/power_supply/";

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
    }

    @Test
    void aServerWithoutAnySaysThatItsBmcSeesThem() throws Exception {
        assertThat(look().survey().unseen())
                .singleElement()
                .satisfies(
                        unseen -> {
                            assertThat(unseen.target()).isEqualTo("power supplies");
                            assertThat(unseen.silence().remedy()).contains("modprobe ipmi_si");
                        });
    }

    @Test
    void aBatteryStandsInForTheMains() throws Exception {
        mains("AC", "0");
        battery("BAT0", "Good");
        Seen seen = look();
        assertThat(seen.states())
                .containsEntry("psu:AC", "FAILED")
                .containsEntry("battery:BAT0", "OK");
        assertThat(seen.group("power").spares()).isZero();
        mains("AC", "1");
        assertThat(look().group("power").spares()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Good, OK", "Unknown, OK", "Overheat, DEGRADED", "Dead, FAILED"})
    void aBatterySaysHowItDoes(String health, String state) throws Exception {
        battery("BAT0", health);
        assertThat(look().states()).containsEntry("battery:BAT0", state);
    }

    @Test
    void anEmptyBayIsAbsentAndAMouseIsNoSource() throws Exception {
        battery("BAT0", "Good");
        tree.file(CLASS + "BAT0/present", "0");
        battery("hid-mouse", "Good");
        tree.file(CLASS + "hid-mouse/scope", "Device");
        assertThat(look().states()).containsOnlyKeys("battery:BAT0").containsValue("absent");
    }

    @Test
    void ofTwoPmbusSuppliesOneIsSpareUntilOneHasNoInput() throws Exception {
        supply(0, "230500");
        supply(1, "229000");
        Seen both = look();
        assertThat(both.group("power").spares()).isEqualTo(1);
        assertThat(both.reading("psu:cffps1@hwmon0", "pin")).isEqualTo(120.5);
        supply(1, "0");
        assertThat(look().states()).containsEntry("psu:cffps1@hwmon1", "FAILED");
        assertThat(look().group("power").spares()).isZero();
    }

    private Seen look() throws InterruptedException {
        return new Seen(
                new PowerProbe(new HostId("s", "r", "h"), tree.tree(), ManualTime.start()).look());
    }

    private void mains(String name, String online) {
        tree.file(CLASS + name + "/type", "Mains").file(CLASS + name + "/online", online);
    }

    private void battery(String name, String health) {
        tree.file(CLASS + name + "/type", "Battery")
                .file(CLASS + name + "/status", "Full")
                .file(CLASS + name + "/capacity", "98")
                .file(CLASS + name + "/health", health);
    }

    private void supply(int number, String millivolt) {
        String chip = "/sys/class/hwmon/hwmon" + number + "/";
        tree.file(chip + "name", "cffps1")
                .file(chip + "in1_label", "vin")
                .file(chip + "in1_input", millivolt)
                .file(chip + "power1_label", "pin")
                .file(chip + "power1_input", "120500000");
    }
}
