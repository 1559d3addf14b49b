package io.holdfast.agent.devices.linux.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.agent.devices.linux.array.OtherSets;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockDevicesTest {

    private static final String SDA = "/sys/block/sda";

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        tree.file(SDA + "/size", "2000");
    }

    @Test
    void onlyDisksAreDisks() {
        for (String name : "loop0 zram0 ram0 sr0 dm-0 md0 zd0 nbd0".split(" ")) {
            tree.file("/sys/block/" + name + "/size", "2000");
        }
        tree.file("/sys/block/sdx/size", "0");
        tree.file("/sys/block/nvme0c0n1/size", "2000").file("/sys/block/nvme0c0n1/hidden", "1");
        assertThat(read().disks()).containsOnlyKeys("sda");
    }

    @Test
    void aDiskSaysWhatItIs() throws IOException {
        device("sda", "pci0/ata1/host0/target0:0:0/0:0:0:0");
        tree.file(SDA + "/device/vendor", "ATA     ")
                .file(SDA + "/device/model", "ST2000NM0033-9ZM")
                .file(SDA + "/device/rev", "SN03")
                .file(SDA + "/device/vpd_pg80", "\0\0\0\u0008  Z1X0ABCD")
                .file(SDA + "/queue/rotational", "1")
                .file("/sys/class/scsi_host/host0/proc_name", "ahci");
        BlockDisk disk = disk("sda");
        assertThat(disk.identity())
                .containsEntry("model", "ST2000NM0033-9ZM")
                .containsEntry("serial", "Z1X0ABCD")
                .containsEntry("firmware", "SN03")
                .containsEntry("capacity-bytes", "1024000")
                .containsEntry("medium", "rotating")
                .containsEntry("transport", "sata");
        assertThat(disk.adapter()).contains("ahci");
        assertThat(disk.logical()).isFalse();
        assertThat(disk.device()).isEqualTo("/dev/sda");
    }

    @ParameterizedTest
    @CsvSource({
        "vda, '', '', 1, unknown",
        "vda, '', '', 0, flash",
        "xvdb, '', '', 1, unknown",
        "sdb, ATA, QEMU HARDDISK, 1, unknown",
        "sdb, VMware, Virtual disk, 1, unknown",
        "sdb, Msft, Virtual Disk, 1, unknown",
        "sdb, ATA, VBOX HARDDISK, 1, unknown",
        "sdb, ATA, ST2000NM0033-9ZM, 1, rotating",
        "sdb, ATA, ST2000NM0033-9ZM, 0, flash"
    })
    void theMediumOfAHypervisorsDiskIsKnownOnlyWhereItTells(
            String name, String vendor, String model, int rotational, String medium) {
        String folder = "/sys/block/" + name;
        tree.file(folder + "/size", "2000")
                .file(folder + "/device/vendor", vendor)
                .file(folder + "/device/model", model)
                .file(folder + "/queue/rotational", String.valueOf(rotational));
        assertThat(disk(name).identity()).containsEntry("medium", medium);
    }

    @ParameterizedTest
    @CsvSource({
        "megaraid_sas, 0:2:0:0, , true",
        "megaraid_sas, 0:0:5:0, , false",
        "ahci, 0:2:0:0, , false",
        "hpsa, 0:1:0:0, RAID 1(1+0), true",
        "hpsa, 0:0:0:0, N/A, false"
    })
    void aVolumeOfAControllerIsNoDisk(
            String adapter, String address, @Nullable String level, boolean logical)
            throws IOException {
        device("sda", "pci0/host0/" + address);
        tree.file("/sys/class/scsi_host/host0/proc_name", adapter);
        if (level != null) {
            tree.file(SDA + "/device/raid_level", level);
        }
        assertThat(disk("sda").logical()).isEqualTo(logical);
    }

    @Test
    void nvmeAnswersForItsController() {
        tree.file("/sys/block/nvme12n1/size", "2000").file("/sys/class/nvme/nvme12/state", "live");
        assertThat(disk("nvme12n1").device()).isEqualTo("/dev/nvme12");
        assertThat(disk("nvme12n1").state()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "running, OK",
        "live, OK",
        "offline, FAILED",
        "dead, FAILED",
        "resetting, DEGRADED",
        "blocked, DEGRADED"
    })
    void theKernelsWordForItsState(String state, String health) {
        tree.file(SDA + "/device/state", state);
        assertThat(seen().states()).containsEntry("disk:sda", health);
    }

    @Test
    void aDiskIsInUseByMountBySwapOrByWhatIsBuiltOnIt() {
        assertThat(disk("sda").use()).isEmpty();
        tree.file("/proc/swaps", "Filename Type Size\n/dev/sda partition 1 0 -2");
        assertThat(disk("sda").use()).map(Evidence::label).contains("carries swap");
        tree.file("/proc/swaps", "Filename Type Size")
                .file(SDA + "/sda1/partition", "1")
                .folder(SDA + "/sda1/holders/dm-0");
        assertThat(disk("sda").use()).map(Evidence::label).contains("carries dm-0");
        tree.file("/proc/self/mounts", "/dev/sda1 /boot ext4 rw 0 0");
        assertThat(disk("sda").use()).map(Evidence::label).contains("carries a file system");
    }

    @Test
    void stacksAreFollowedDownToTheirDisks() {
        tree.file("/sys/block/sdb/size", "2000")
                .file(SDA + "/sda1/partition", "1")
                .folder("/sys/block/dm-1/slaves/dm-0")
                .folder("/sys/block/dm-0/slaves/sda1")
                .folder("/sys/block/dm-0/slaves/sdb")
                // A loop that no kernel makes.
                .folder("/sys/block/dm-0/slaves/dm-1");
        assertThat(read().disksBelow("dm-1")).containsExactly("sda", "sdb");
    }

    @Test
    void setsThatAreNotReadAreNotTakenForLoneDisks() {
        tree.file("/sys/block/sdb/size", "2000")
                .file("/sys/block/dm-0/dm/name", "vg-data_rimage_0")
                .folder("/sys/block/dm-0/slaves/sda")
                .folder(SDA + "/holders/dm-0")
                .folder("/sys/fs/btrfs/1b2c/devices/sdb")
                .folder("/sys/fs/btrfs/1b2c/devices/sdc")
                .file("/proc/self/mounts", "/dev/sdb /srv btrfs rw 0 0");
        Seen seen = seen();
        assertThat(seen.survey().groups()).isEmpty();
        assertThat(seen.survey().unseen())
                .extracting(Unseen::target)
                .containsExactly(
                        "redundancy of LVM RAID volumes vg-data", "redundancy of Btrfs 1b2c");
    }

    private Seen seen() {
        StorageDraft draft =
                new StorageDraft(new HostId("s", "r", "h"), ManualTime.start().instant(), read());
        OtherSets.write(tree.tree(), draft);
        DiskReport.write(draft);
        return new Seen(draft.survey("test"));
    }

    private BlockDevices read() {
        return BlockDevices.read(tree.tree());
    }

    private BlockDisk disk(String name) {
        return Objects.requireNonNull(read().disks().get(name), name);
    }

    private void device(String name, String path) throws IOException {
        Path device = Files.createDirectories(root.resolve("sys/devices/" + path));
        Path block = Files.createDirectories(root.resolve("sys/block/" + name));
        Files.createSymbolicLink(block.resolve("device"), device);
    }
}
