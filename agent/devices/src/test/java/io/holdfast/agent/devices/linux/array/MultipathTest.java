package io.holdfast.agent.devices.linux.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.DiskReport;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.HostId;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Mutations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MultipathTest {

    private static final String MAPS =
            """
            {"major_version": 0, "minor_version": 1, "maps": [
             {"name": "mpatha", "uuid": "3600", "sysfs": "dm-0", "paths": 2, "path_groups": [
              {"selector": "service-time 0", "dm_st": "active", "group": 1, "paths": [
               {"dev": "sda", "dm_st": "active", "dev_st": "running", "chk_st": "ready"}]},
              {"selector": "service-time 0", "dm_st": "enabled", "group": 2, "paths": [
               {"dev": "sdb", "dm_st": "STATE", "dev_st": "running", "chk_st": "CHECK"}]}]}]}
            """;

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        tree.file("/sys/block/sda/size", "1000")
                .file("/sys/block/sdb/size", "1000")
                .file("/sys/block/dm-0/dm/uuid", "mpath-3600")
                .file("/sys/block/dm-0/dm/name", "mpatha")
                .folder("/sys/block/dm-0/slaves/sda")
                .folder("/sys/block/dm-0/slaves/sdb")
                .folder("/sys/block/sda/holders/dm-0")
                .folder("/sys/block/sdb/holders/dm-0");
    }

    @Test
    void onePathOfTwoMayFail() {
        Seen seen = seen(maps("active", "ghost"), true);
        assertThat(seen.group("mpatha").spares()).isEqualTo(1);
        assertThat(seen.survey().groups()).hasSize(1);
        assertThat(seen.states()).containsEntry("array:mpatha", "OK");
    }

    @Test
    void aFailedPathLeavesNone() {
        Seen seen = seen(maps("failed", "faulty"), true);
        assertThat(seen.group("mpatha").spares()).isZero();
        assertThat(seen.states())
                .containsEntry("array:mpatha", "DEGRADED")
                .containsEntry("disk:sda", "OK")
                .containsEntry("disk:sdb", "FAILED");
    }

    @Test
    void withoutTheDaemonTheKernelStillNamesThePaths() {
        Seen seen = seen(MultipathReport.ofKernel(tree.tree()), false);
        assertThat(MultipathReport.any(tree.tree())).isTrue();
        assertThat(seen.group("mpatha").group().members()).hasSize(2);
        assertThat(seen.reported("array:mpatha").evidence().getFirst().label())
                .contains("not known");
    }

    @Test
    void damagedAnswersNeverBreakTheReport() {
        Mutations.feed(
                List.of(MAPS),
                5,
                text -> assertThat(seen(MultipathMap.decode(text), true)).isNotNull());
    }

    private static List<MultipathMap> maps(String state, String check) {
        return MultipathMap.decode(MAPS.replace("STATE", state).replace("CHECK", check));
    }

    private Seen seen(List<MultipathMap> maps, boolean told) {
        StorageDraft draft =
                new StorageDraft(
                        new HostId("s", "r", "h"),
                        ManualTime.start().instant(),
                        BlockDevices.read(tree.tree()));
        MultipathReport.write(maps, told, draft);
        DiskReport.write(draft);
        return new Seen(draft.survey("test"));
    }
}
