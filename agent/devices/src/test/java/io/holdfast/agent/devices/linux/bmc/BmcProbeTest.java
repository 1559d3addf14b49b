package io.holdfast.agent.devices.linux.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BmcProbeTest {

    /** A BIOS structure with two strings, then an IPMI device, then the end. */
    private static final byte[] WITH_IPMI = {
        0, 5, 0, 0, 1, 'A', 0, 'B', 0, 0, 38, 4, 1, 0, 0, 0, 127, 4, 2, 0, 0, 0
    };

    private static final byte[] WITHOUT_IPMI = {
        0, 5, 0, 0, 1, 38, 0, 'B', 0, 0, 127, 4, 2, 0, 0, 0, 38, 4, 1, 0, 0, 0
    };

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
    }

    @Test
    void aDeviceFileIsDetectionAndNoMore() throws Exception {
        tree.file("/dev/ipmi0", "");
        Seen seen = look();
        assertThat(seen.states()).containsOnlyKeys("bmc:ipmi0").containsValue("OK");
        assertThat(seen.reported("bmc:ipmi0").readings()).isEmpty();
        assertThat(seen.reported("bmc:ipmi0").evidence().getFirst().source())
                .isEqualTo("/dev/ipmi0");
        assertThat(silence(seen).cause()).isEqualTo(Silence.Cause.NOT_ASKED);
    }

    @Test
    void aBmcThatOnlyTheFirmwareNamesNeedsItsDriver() throws Exception {
        Files.createDirectories(root.resolve("sys/firmware/dmi/tables"));
        Files.write(root.resolve("sys/firmware/dmi/tables/DMI"), WITH_IPMI);
        Seen seen = look();
        assertThat(seen.states()).containsOnlyKeys("bmc:ipmi0");
        assertThat(silence(seen).remedy()).contains("modprobe ipmi_si");
    }

    @Test
    void acpiNamesItToAnyone() throws Exception {
        tree.folder("/sys/bus/acpi/devices/IPI0001:00");
        assertThat(look().states()).containsOnlyKeys("bmc:ipmi0");
    }

    @Test
    void withoutAnyNothingIsClaimed() throws Exception {
        Files.createDirectories(root.resolve("sys/firmware/dmi/tables"));
        Files.write(root.resolve("sys/firmware/dmi/tables/DMI"), WITHOUT_IPMI);
        Seen seen = look();
        assertThat(seen.states()).isEmpty();
        assertThat(seen.survey().unseen()).extracting(Unseen::target).containsExactly("BMC");
    }

    @Test
    void aDamagedTableEndsTheSearch() {
        Random random = new Random(38);
        for (int i = 0; i < 2000; i++) {
            byte[] table = WITH_IPMI.clone();
            table[random.nextInt(table.length)] = (byte) random.nextInt();
            table[random.nextInt(table.length)] = (byte) random.nextInt();
            DmiTable.holds(table, DmiTable.IPMI_DEVICE);
            DmiTable.holds(
                    Arrays.copyOf(table, random.nextInt(table.length)), DmiTable.IPMI_DEVICE);
        }
        assertThat(DmiTable.holds(WITH_IPMI, DmiTable.IPMI_DEVICE)).isTrue();
        assertThat(DmiTable.holds(new byte[0], DmiTable.IPMI_DEVICE)).isFalse();
    }

    private static Silence silence(Seen seen) {
        return seen.survey().unseen().getFirst().silence();
    }

    private Seen look() throws InterruptedException {
        return new Seen(
                new BmcProbe(new HostId("s", "r", "h"), tree.tree(), ManualTime.start()).look());
    }
}
