package io.holdfast.agent.devices.linux.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.command.ScriptedCommands;
import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.agent.devices.raid.Samples;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks behind a RAID controller, which the kernel takes for one disk each volume. */
final class HiddenDisksTest {

    private static final String ASK_BEHIND = "smartctl -j -n standby,3 -a -d megaraid,1 /dev/bus/0";

    @TempDir Path root;

    private final ManualTime time = ManualTime.start();
    private final ScriptedCommands commands = new ScriptedCommands();
    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() throws IOException {
        tree = new PlantedTree(root);
        volume("sda", "0:2:0:0");
        volume("sdb", "0:2:1:0");
        tree.file("/sys/class/scsi_host/host0/proc_name", "megaraid_sas")
                .file("/proc/self/mounts", "/dev/sda / ext4 rw 0 0\n/dev/sdb /b ext4 rw 0 0");
    }

    @Test
    void withoutTheProgramTheVolumesStandAloneAndTheReportSaysWhy() throws Exception {
        Seen seen = look();
        assertThat(seen.group("storage:sda").withoutSpareByDesign()).isTrue();
        assertThat(seen.survey().unseen())
                .contains(
                        new Unseen(
                                "the drives behind the RAID volumes sda, sdb",
                                new Silence(
                                        Silence.Cause.NOT_INSTALLED,
                                        "storcli64 is not installed",
                                        "install storcli, or perccli for Dell's controllers")));
    }

    @Test
    void withItDrivesAndVolumesTakeTheirPlace() throws Exception {
        perccli();
        Seen seen = look();
        assertThat(seen.states())
                .containsEntry("array:c0/v0", "DEGRADED")
                .containsEntry("disk:c0/v0-place2", "absent")
                .containsEntry("disk:c0/v1-place1", "FAILED")
                .containsEntry("disk:c0/e32/s4", "OK")
                .containsEntry("controller:c0", "DEGRADED")
                .containsEntry("battery:c0/battery", "FAILED")
                .doesNotContainKeys("disk:sda", "disk:sdb");
        assertThat(seen.group("c0/v0").computed()).isEqualTo(Redundancy.NONE);
        assertThat(seen.group("c0/v0").disagrees()).isFalse();
        assertThat(seen.group("c0/v1").spares()).isZero();
        assertThat(seen.survey().groups()).hasSize(2);
    }

    @Test
    void smartBehindTheControllerJoinsTheDriveOfTheSameSerial() throws Exception {
        perccli();
        behind("S0");
        probe().look();
        StorageProbe probe = probe();
        Seen seen = new Seen(probe.look());
        while (seen.reported("disk:c0/e32/s0").evidence().size() < 3) {
            seen = new Seen(probe.look());
        }
        assertThat(seen.states()).containsEntry("disk:c0/e32/s0", "FAILED");
        assertThat(seen.reported("disk:c0/e32/s0").evidence().getFirst().source())
                .isEqualTo(ASK_BEHIND);
    }

    @Test
    void aDriveThatOnlySmartctlFindsHasANameOfItsOwn() throws Exception {
        behind("S9");
        StorageProbe probe = probe();
        Seen seen = new Seen(probe.look());
        while (!seen.states().containsKey("disk:bus/0-megaraid,1")) {
            seen = new Seen(probe.look());
        }
        assertThat(seen.states()).containsEntry("disk:bus/0-megaraid,1", "FAILED");
    }

    private void behind(String serial) {
        commands.answer(
                        "smartctl -j --scan",
                        0,
                        "{\"devices\": [{\"name\": \"/dev/bus/0\", \"type\": \"megaraid,1\"}]}")
                .answer(
                        ASK_BEHIND,
                        8,
                        "{\"device\": {}, \"smart_status\": {\"passed\": false},"
                                + " \"serial_number\": \""
                                + serial
                                + "\"}");
    }

    private void perccli() {
        commands.answer("perccli64 /call show all J", 0, Samples.CONTROLLER)
                .answer("perccli64 /call/vall show all J", 0, Samples.VOLUMES)
                .answer("perccli64 /call/eall/sall show all J", 0, Samples.DRIVES);
    }

    private Seen look() throws InterruptedException {
        return new Seen(probe().look());
    }

    private StorageProbe probe() {
        return new StorageProbe(new HostId("s", "r", "h"), tree.tree(), time, time, commands);
    }

    private void volume(String name, String address) throws IOException {
        Path device = Files.createDirectories(root.resolve("sys/devices/pci0/host0/" + address));
        Path block = Files.createDirectories(root.resolve("sys/block/" + name));
        Files.createSymbolicLink(block.resolve("device"), device);
        tree.file("/sys/block/" + name + "/size", "1000")
                .file("/sys/block/" + name + "/device/state", "running");
    }
}
