package io.holdfast.agent.devices.linux.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.testkit.Mutations;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The md files of {@code shared/recordings/kernel}; the tables were read off them by hand. */
final class MdRecordingsTest {

    @TempDir Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void find() {
        folder = Recordings.folder("kernel").orElse(Path.of(""));
        assumeTrue(Recordings.folder("kernel").isPresent(), "no shared/recordings/kernel here");
    }

    @ParameterizedTest
    @CsvSource({
        "mdstat-ok.txt, 0, idle, 2, 1",
        "mdstat-degraded.txt, 1, idle, 1, 0",
        "mdstat-recovering.txt, 1, recovery, 1, 0",
        "mdstat-spare-used.txt, 0, idle, 2, 0"
    })
    void oneMirrorThroughTheLossOfADisk(
            String file, int degraded, String action, int working, int hotSpares)
            throws IOException {
        MdArray array = array(MdStat.parse(text(file)), "md0");
        assertThat(array.level()).isEqualTo("raid1");
        assertThat(array.degraded()).hasValue(degraded);
        assertThat(array.action()).isEqualTo(action);
        assertThat(array.workingSlots()).isEqualTo(working);
        assertThat(array.members().stream().filter(MdMember::hotSpare)).hasSize(hotSpares);
    }

    @Test
    void theDiskThatIsBeingFilledHasTheEmptySlot() throws IOException {
        MdArray array = array(MdStat.parse(text("mdstat-recovering.txt")), "md0");
        assertThat(array.progressPercent()).hasValue(27.8);
        assertThat(array.members().stream().filter(MdMember::rebuilding))
                .singleElement()
                .satisfies(
                        member -> {
                            assertThat(member.device()).isEqualTo("loop2");
                            assertThat(member.slot()).hasValue(1);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "md3, raid6, 8, 0, 8, 2",
        "md127, raid1, 2, 0, 2, 0",
        "md0, raid1, 2, 0, 2, 0",
        "md6, raid1, 2, 1, 1, 1",
        "md8, raid1, 2, 0, 2, 2",
        "md201, raid1, 2, 0, 2, 0",
        "md7, raid6, 4, 1, 3, 0",
        "md9, raid1, 4, 0, 4, 1",
        "md10, raid0, 2, -1, 2, 0",
        "md11, raid1, 2, 0, 2, 2",
        "md126, raid0, 2, -1, 2, 0",
        "md219, container, 0, -1, 0, 3",
        "md120, linear, 2, -1, 2, 0",
        "md101, raid0, 3, -1, 3, 0"
    })
    void everyArrayOfTheLongSample(
            String name, String level, int slots, int degraded, int working, int hotSpares)
            throws IOException {
        MdArray array = array(MdStat.parse(text("proc-mdstat")), name);
        assertThat(array.level()).isEqualTo(level);
        assertThat(array.slots()).isEqualTo(slots);
        assertThat(array.degraded().orElse(-1)).isEqualTo(degraded);
        assertThat(array.workingSlots()).isEqualTo(working);
        assertThat(array.members().stream().filter(MdMember::hotSpare)).hasSize(hotSpares);
    }

    @Test
    void whatIsInactiveIsStopped() throws IOException {
        Map<String, MdArray> arrays = MdStat.parse(text("proc-mdstat"));
        assertThat(arrays).hasSize(17);
        assertThat(arrays.values().stream().filter(MdArray::stopped))
                .extracting(MdArray::name)
                .containsExactly("md219", "md4");
    }

    @Test
    void theSysfsOfADegradedArrayThatCallsItselfClean() throws IOException {
        PlantedTree tree = new PlantedTree(root);
        text("md-sysfs-degraded.txt").lines().forEach(line -> plant(tree, line));
        MdArray array = array(MdFiles.read(tree.tree()), "md0");
        assertThat(array.state()).isEqualTo("clean");
        assertThat(array.degraded()).hasValue(1);
        assertThat(array.workingSlots()).isEqualTo(1);
        assertThat(array.members().stream().filter(MdMember::faulty)).hasSize(2);
    }

    @Test
    void damagedSummariesNeverBreakTheParser() throws IOException {
        List<String> good =
                List.of(
                        text("proc-mdstat"),
                        text("mdstat-recovering.txt"),
                        text("mdstat-degraded.txt"));
        Mutations.feed(
                good,
                4711,
                text ->
                        MdStat.parse(text)
                                .values()
                                .forEach(
                                        array ->
                                                Losses.guaranteed(
                                                        array.level(),
                                                        array.layout(),
                                                        array.working())));
    }

    private static MdArray array(Map<String, MdArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private static void plant(PlantedTree tree, String line) {
        int end = line.indexOf('=') > 0 ? line.indexOf('=') : line.indexOf(':');
        tree.file(line.substring(0, end), line.substring(end + 1));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
