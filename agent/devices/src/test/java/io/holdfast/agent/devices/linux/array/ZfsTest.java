package io.holdfast.agent.devices.linux.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.DiskReport;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.HostId;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Mutations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZfsTest {

    private static final String WHOLE =
            """
              pool: tank
             state: ONLINE
              scan: scrub repaired 0B in 00:01:02 with 0 errors on Sun Nov  8 00:25:03 2026
            config:

            \tNAME           STATE     READ WRITE CKSUM
            \ttank           ONLINE       0     0     0
            \t  mirror-0     ONLINE       0     0     0
            \t    /dev/sda1  ONLINE       0     0     0
            \t    /dev/sdb1  ONLINE       0     0     0
            \t  raidz2-1     ONLINE       0     0     0
            \t    /dev/sdc   ONLINE       0     0     0
            \t    /dev/sdd   ONLINE       0     0     0
            \t    /dev/sde   ONLINE       0     0     0
            \t    /dev/sdf   ONLINE       0     0     0
            \tlogs
            \t  /dev/sdg     ONLINE       0     0     0
            \tspares
            \t  /dev/sdh     AVAIL

            errors: No known data errors

              pool: solo
             state: ONLINE
            config:

            \tNAME         STATE     READ WRITE CKSUM
            \tsolo         ONLINE       0     0     0
            \t  /dev/sdi   ONLINE       0     0     7

            errors: No known data errors
            """;

    private static final String HURT =
            """
              pool: tank
             state: DEGRADED
            status: One or more devices is currently being resilvered.
            action: Wait for the resilver to complete.
              scan: resilver in progress since Mon Nov 23 06:25:42 2026
            \t1.20T scanned at 1.1G/s, 12.34% done, 00:10:00 to go
            config:

            \tNAME                     STATE     READ WRITE CKSUM
            \ttank                     DEGRADED     0     0     0
            \t  mirror-0               DEGRADED     0     0     0
            \t    /dev/sda1            ONLINE       0     0     0
            \t    replacing-1          DEGRADED     0     0     0
            \t      /dev/sdb1          FAULTED      3     9     0  too many errors
            \t      /dev/sdh           ONLINE       0     0     0  (resilvering)
            \t  raidz2-1               DEGRADED     0     0     0
            \t    /dev/sdc             ONLINE       0     0     0
            \t    /dev/sdd             ONLINE       0     0     2
            \t    4711081511           UNAVAIL      0     0     0  was /dev/sde
            \t    /dev/sdf             OFFLINE      0     0     0

            errors: 3 data errors, use '-v' for a list
            """;

    @TempDir Path root;

    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        for (String disk : "abcdefghi".split("")) {
            tree.file("/sys/block/sd" + disk + "/size", "1000");
        }
        tree.file("/sys/block/sda/sda1/partition", "1");
        tree.file("/sys/block/sdb/sdb1/partition", "1");
    }

    @Test
    void everyVdevIsAGroupWithTheSparesOfItsKind() {
        Seen seen = seen(WHOLE);
        assertThat(seen.group("tank/mirror-0").spares()).isEqualTo(1);
        assertThat(seen.group("tank/raidz2-1").spares()).isEqualTo(2);
        assertThat(seen.group("solo/sdi").withoutSpareByDesign()).isTrue();
        assertThat(seen.survey().groups()).hasSize(3);
        assertThat(seen.reading("array:tank", "hot_spares")).isEqualTo(1);
        assertThat(seen.states())
                .containsEntry("array:tank", "OK")
                .containsEntry("disk:sdi", "DEGRADED");
    }

    @Test
    void whatIsLostIsCountedWhereItIsLost() {
        Seen seen = seen(HURT);
        assertThat(seen.group("tank/mirror-0").computed()).isEqualTo(Redundancy.NONE);
        assertThat(seen.group("tank/raidz2-1").spares()).isZero();
        assertThat(seen.states())
                .containsEntry("array:tank", "DEGRADED")
                .containsEntry("disk:sdb", "FAILED")
                .containsEntry("disk:sdd", "DEGRADED")
                .containsEntry("disk:tank-4711081511", "absent")
                .containsEntry("disk:sdf", "FAILED");
    }

    @Test
    void aDiskThatIsBeingFilledDoesNotWorkYet() {
        Pool pool = ZpoolStatus.decode(HURT).getFirst();
        PoolNode replacing = pool.vdevs().getFirst().children().get(1);
        assertThat(replacing.works()).isFalse();
        assertThat(replacing.children()).hasSize(2);
    }

    @Test
    void damagedAnswersNeverBreakTheReport() {
        Mutations.feed(List.of(WHOLE, HURT), 99, text -> assertThat(seen(text)).isNotNull());
    }

    private Seen seen(String text) {
        StorageDraft draft =
                new StorageDraft(
                        new HostId("s", "r", "h"),
                        ManualTime.start().instant(),
                        BlockDevices.read(tree.tree()));
        ZfsReport.write(ZpoolStatus.decode(text), tree.tree(), draft);
        DiskReport.write(draft);
        return new Seen(draft.survey("test"));
    }
}
