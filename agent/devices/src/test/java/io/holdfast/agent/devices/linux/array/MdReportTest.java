package io.holdfast.agent.devices.linux.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.DiskReport;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MdReportTest {

    private static final HostId HOST = new HostId("s", "r", "h");

    @TempDir Path root;

    private PlantedTree tree;

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        disk("sda");
        disk("sdb");
        array("md0", "raid1", 2, 0);
        member("md0", "sda1", "0", "in_sync");
        member("md0", "sdb1", "1", "in_sync");
    }

    @Test
    void aWholeMirrorHasOneSpareAndNoLoneDisk() {
        assertThat(states())
                .containsEntry("array:md0", "OK")
                .containsEntry("disk:sda", "OK")
                .containsEntry("disk:sdb", "OK")
                .hasSize(3);
        assertThat(group("md0").spares()).isEqualTo(1);
        assertThat(group("md0").forAlerts()).isEqualTo(Redundancy.FULL);
        assertThat(group("md0").disagrees()).isFalse();
        assertThat(survey().groups()).hasSize(1);
    }

    @Test
    void aThrownOutDiskHasFailedAndStandsForItsSlot() {
        tree.file("/sys/block/md0/md/degraded", "1");
        member("md0", "sdb1", "none", "faulty");
        assertThat(states())
                .containsEntry("array:md0", "DEGRADED")
                .containsEntry("disk:sdb", "FAILED");
        assertThat(group("md0").spares()).isZero();
        assertThat(group("md0").forAction()).isEqualTo(Redundancy.NONE);
        assertThat(group("md0").members(Standing.FAILED))
                .extracting(ComponentId::local)
                .containsExactly("disk:sdb");
        assertThat(survey().observations())
                .filteredOn(seen -> seen.component().local().equals("array:md0"))
                .first()
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        seen ->
                                assertThat(seen.evidence())
                                        .extracting(Evidence::label)
                                        .contains("1 of 2 slots without valid data"));
    }

    @Test
    void aDiskThatServesAnotherArrayIsOnlyWeakAndTheSlotStandsForItself() {
        array("md1", "raid1", 2, 1);
        member("md1", "sda2", "0", "in_sync");
        member("md1", "sdb2", "none", "faulty");
        assertThat(states())
                .containsEntry("disk:sdb", "DEGRADED")
                .containsEntry("disk:md1-slot1", "absent");
        assertThat(group("md1").spares()).isZero();
        assertThat(group("md0").spares()).isEqualTo(1);
    }

    @Test
    void aMissingDeviceIsAnAbsentMember() {
        tree.file("/sys/block/md0/md/degraded", "1");
        remove("md0", "sdb1");
        assertThat(states()).containsEntry("disk:md0-slot1", "absent");
        assertThat(group("md0").spares()).isZero();
    }

    @Test
    void aSlotThatIsBeingFilledDoesNotWorkYet() {
        tree.file("/sys/block/md0/md/degraded", "1")
                .file("/sys/block/md0/md/sync_action", "recover")
                .file("/sys/block/md0/md/sync_completed", "25 / 100");
        member("md0", "sdb1", "1", "spare");
        assertThat(states())
                .containsEntry("disk:md0-slot1", "FAILED")
                .containsEntry("disk:sdb", "OK");
        assertThat(group("md0").spares()).isZero();
        assertThat(seen().reading("array:md0", "progress")).isEqualTo(25);
    }

    @Test
    void aHotSpareIsCountedButIsNoMember() {
        disk("sdc");
        member("md0", "sdc1", "none", "spare");
        assertThat(group("md0").spares()).isEqualTo(1);
        assertThat(seen().reading("array:md0", "hot_spares")).isEqualTo(1);
    }

    @Test
    void arrayStateIsNotBelievedButDegradedIs() {
        tree.file("/sys/block/md0/md/array_state", "clean").file("/sys/block/md0/md/degraded", "1");
        member("md0", "sdb1", "none", "faulty");
        assertThat(states()).containsEntry("array:md0", "DEGRADED");
    }

    @Test
    void mdstatThatSaysLessIsBelieved() {
        tree.file(
                "/proc/mdstat",
                "md0 : active raid1 sdb1[1](F) sda1[0]\n      100 blocks [2/1] [U_]\n");
        assertThat(states())
                .containsEntry("array:md0", "DEGRADED")
                .containsEntry("disk:sdb", "FAILED");
        assertThat(group("md0").spares()).isZero();
    }

    @Test
    void aStripeHasNoSpareByDesign() {
        tree.file("/sys/block/md0/md/level", "raid0").without("/sys/block/md0/md/degraded");
        assertThat(group("md0").spares()).isZero();
        assertThat(group("md0").withoutSpareByDesign()).isTrue();
        assertThat(states()).containsEntry("array:md0", "OK");
    }

    @Test
    void mirroredPairsThatLostOneEachStillStandWithoutASpare() {
        array("md0", "raid10", 4, 2);
        tree.file("/sys/block/md0/md/layout", "258");
        disk("sdc");
        disk("sdd");
        member("md0", "sda1", "0", "in_sync");
        member("md0", "sdb1", "none", "faulty");
        member("md0", "sdc1", "2", "in_sync");
        member("md0", "sdd1", "none", "faulty");
        assertThat(group("md0").computed()).isEqualTo(Redundancy.NONE);
        assertThat(states()).containsEntry("array:md0", "DEGRADED");
    }

    @Test
    void anArrayThatLostTooMuchHasFailed() {
        array("md0", "raid5", 3, 2);
        member("md0", "sda1", "0", "in_sync");
        member("md0", "sdb1", "none", "faulty");
        assertThat(states()).containsEntry("array:md0", "FAILED");
        assertThat(group("md0").computed()).isEqualTo(Redundancy.INSUFFICIENT);
    }

    private void disk(String name) {
        tree.file("/sys/block/" + name + "/size", "1000");
        tree.file("/sys/block/" + name + "/device/state", "running");
        for (int i = 1; i <= 2; i++) {
            String partition = "/sys/block/" + name + "/" + name + i;
            tree.file(partition + "/partition", Integer.toString(i));
            tree.folder(partition + "/holders/md0");
        }
    }

    private void array(String name, String level, int slots, int degraded) {
        String md = "/sys/block/" + name + "/md/";
        tree.file(md + "array_state", "clean")
                .file(md + "level", level)
                .file(md + "raid_disks", Integer.toString(slots))
                .file(md + "degraded", Integer.toString(degraded))
                .file(md + "sync_action", "idle");
    }

    private void member(String array, String device, String slot, String state) {
        String folder = "/sys/block/" + array + "/md/dev-" + device;
        tree.file(folder + "/state", state).file(folder + "/slot", slot);
    }

    private void remove(String array, String device) {
        String folder = "/sys/block/" + array + "/md/dev-" + device;
        tree.without(folder + "/state").without(folder + "/slot").without(folder);
    }

    private Survey survey() {
        StorageDraft draft =
                new StorageDraft(
                        HOST, ManualTime.start().instant(), BlockDevices.read(tree.tree()));
        MdReport.write(tree.tree(), draft);
        DiskReport.write(draft);
        return draft.survey("test");
    }

    private Seen seen() {
        return new Seen(survey());
    }

    private Map<String, String> states() {
        return seen().states();
    }

    private Assessment group(String name) {
        return seen().group(name);
    }
}
