package io.holdfast.agent.devices.linux.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.command.ScriptedCommands;
import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageProbeTest {

    private static final String WELL = "{\"device\": {}, \"smart_status\": {\"passed\": true}}";
    private static final String WORN =
            """
            {"device": {}, "model_name": "Disk 9", "smart_status": {"passed": true},
             "scsi_grown_defect_list": 12}
            """;
    private static final String ASK_SDA = "smartctl -j -n standby,3 -a /dev/sda";
    private static final String ASK_SDB = "smartctl -j -n standby,3 -a /dev/sdb";

    @TempDir Path root;

    private final ManualTime time = ManualTime.start();
    private final ScriptedCommands commands = new ScriptedCommands();
    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));
    private StorageProbe probe = probe();

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        probe = probe();
        disk("sda");
        tree.file("/sys/block/sda/sda1/partition", "1");
        tree.file("/proc/self/mounts", "/dev/sda1 / ext4 rw 0 0");
    }

    private StorageProbe probe() {
        return new StorageProbe(new HostId("s", "r", "h"), tree.tree(), time, time, commands);
    }

    @Test
    void aLoneDiskInUseIsAGroupOfOne() throws Exception {
        disk("sdb");
        Seen seen = new Seen(probe.look());
        assertThat(seen.group("storage:sda").withoutSpareByDesign()).isTrue();
        assertThat(seen.survey().groups()).hasSize(1);
        assertThat(seen.states()).containsOnlyKeys("disk:sda", "disk:sdb");
    }

    @Test
    void withoutSmartctlTheReportSaysWhatToInstall() throws Exception {
        disk("sdb");
        assertThat(probe.look().unseen())
                .containsExactly(
                        new Unseen(
                                "disk health (SMART) of sda, sdb",
                                new Silence(
                                        Silence.Cause.NOT_INSTALLED,
                                        "smartctl is not installed",
                                        "install smartmontools")));
    }

    @Test
    void theWorstOfKernelAndSmartDecides() throws Exception {
        commands.answer(ASK_SDA, 0, WORN);
        Seen seen = new Seen(probe.look());
        assertThat(seen.states()).containsEntry("disk:sda", "DEGRADED");
        assertThat(seen.reported("disk:sda").evidence())
                .extracting(evidence -> evidence.source() + ": " + evidence.label())
                .containsExactly(
                        ASK_SDA
                                + ": defects found since the disk left the factory"
                                + " (asked 2026-03-01T12:00:00Z)",
                        "/sys/block/sda/device/state: the disk answers");
        tree.file("/sys/block/sda/device/state", "offline");
        assertThat(new Seen(probe.look()).states()).containsEntry("disk:sda", "FAILED");
    }

    @Test
    void aDiskIsAskedEveryHalfHourAndNotInBetween() throws Exception {
        commands.answer(ASK_SDA, 0, WELL);
        probe.look();
        time.advance(Duration.ofMinutes(29));
        probe.look();
        assertThat(commands.asked()).containsExactly(ASK_SDA);
        time.advance(Duration.ofMinutes(1));
        probe.look();
        await(() -> commands.asked().size() == 2);
        assertThat(commands.asked()).containsExactly(ASK_SDA, ASK_SDA);
    }

    @Test
    void aSleepingDiskKeepsWhatItSaidAwakeWithItsTime() throws Exception {
        commands.answer(ASK_SDA, 0, WORN);
        probe.look();
        commands.answer(ASK_SDA, 3, "{\"smartctl\": {\"exit_status\": 3}}");
        time.advance(SmartBook.INTERVAL);
        probe.look();
        await(() -> !probe.look().unseen().isEmpty());
        Seen seen = new Seen(probe.look());
        assertThat(seen.states()).containsEntry("disk:sda", "DEGRADED");
        assertThat(seen.reported("disk:sda").evidence().getFirst().label())
                .contains("asked 2026-03-01T12:00:00Z");
        assertThat(seen.survey().unseen())
                .singleElement()
                .extracting(unseen -> unseen.silence().cause())
                .isEqualTo(Silence.Cause.NOT_ASKED);
    }

    @Test
    void aMirrorOfTwoDisksTakesSmartIntoItsGroup() throws Exception {
        disk("sdb");
        String md = "/sys/block/md0/md/";
        tree.file(md + "array_state", "active")
                .file(md + "level", "raid1")
                .file(md + "raid_disks", "2")
                .file(md + "degraded", "0")
                .file(md + "dev-sda1/state", "in_sync")
                .file(md + "dev-sda1/slot", "0")
                .file(md + "dev-sdb/state", "in_sync")
                .file(md + "dev-sdb/slot", "1");
        commands.answer(ASK_SDA, 0, WELL)
                .answer(ASK_SDB, 0, "{\"device\": {}, \"smart_status\": {\"passed\": false}}");
        Seen seen = new Seen(probe.look());
        assertThat(seen.states())
                .containsEntry("disk:sdb", "FAILED")
                .containsEntry("array:md0", "OK");
        assertThat(seen.group("md0").spares()).isZero();
        assertThat(seen.survey().groups()).hasSize(1);
    }

    @Test
    void whatADiskSaysOfItselfFillsInItsIdentity() throws Exception {
        commands.answer(ASK_SDA, 0, WORN);
        assertThat(probe.look().components())
                .singleElement()
                .extracting(Component::attributes)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("model", "Disk 9")
                .containsEntry("capacity-bytes", "512000");
    }

    @Test
    void withoutSysfsNothingIsClaimed() throws Exception {
        StorageProbe blind =
                new StorageProbe(
                        new HostId("s", "r", "h"),
                        new PlantedTree(root.resolve("empty")).tree(),
                        time,
                        time,
                        commands);
        assertThat(blind.look().complete()).isFalse();
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Waits for a question that runs on a thread of its own. */
    private static void await(Condition condition) throws InterruptedException {
        while (!condition.holds()) {
            Thread.onSpinWait();
        }
    }

    private void disk(String name) {
        tree.file("/sys/block/" + name + "/size", "1000")
                .file("/sys/block/" + name + "/device/state", "running");
    }
}
