package io.holdfast.agent.devices.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.PlantedTree;
import io.holdfast.agent.devices.linux.Seen;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostProbeTest {

    private static final String MEMORY =
            "MemTotal:       16384 kB\nMemFree: 1 kB\nMemAvailable:    8192 kB\n";

    @TempDir Path root;

    private int asked;
    private PlantedTree tree = new PlantedTree(Path.of("/nowhere"));
    private HostProbe probe = probe();

    @BeforeEach
    void plant() {
        tree = new PlantedTree(root);
        probe = probe();
        tree.file("/proc/loadavg", "0.50 0.25 0.10 1/100 42")
                .file("/proc/meminfo", MEMORY)
                .file("/proc/uptime", "3600.50 7000.00")
                .file("/proc/sys/kernel/random/boot_id", "some-boot");
    }

    private HostProbe probe() {
        return new HostProbe(
                new HostId("s", "r", "h"),
                tree.tree(),
                ManualTime.start(),
                () -> {
                    asked++;
                    return Map.of("model", "R640");
                });
    }

    @Test
    void loadIsReadInEachLookAndIdentityOnce() throws Exception {
        Seen seen = new Seen(probe.look());
        assertThat(seen.reading("host:h", "load_1m")).isEqualTo(0.5);
        assertThat(seen.reading("host:h", "memory_total")).isEqualTo(16_777_216);
        assertThat(seen.reading("host:h", "memory_available")).isEqualTo(8_388_608);
        assertThat(seen.reading("host:h", "uptime")).isEqualTo(3600.5);
        probe.look();
        assertThat(asked).isEqualTo(1);
        assertThat(seen.survey().components().getFirst().attributes())
                .containsEntry("model", "R640")
                .doesNotContainKey("hypervisor");
    }

    @Test
    void whatIsCitedWasRead() throws Exception {
        assertThat(cited()).isEqualTo("/proc/sys/kernel/random/boot_id");
        Files.delete(root.resolve("proc/sys/kernel/random/boot_id"));
        assertThat(cited()).isEqualTo("the agent");
    }

    private String cited() throws Exception {
        Observation.Reported seen = (Observation.Reported) probe.look().observations().getFirst();
        return seen.evidence().getFirst().source();
    }

    @Test
    void aVirtualMachineSaysSo() throws Exception {
        tree.file("/sys/class/dmi/id/sys_vendor", "QEMU");
        Seen seen = new Seen(probe.look());
        assertThat(seen.survey().components().getFirst().attributes())
                .containsEntry("hypervisor", "qemu");
        assertThat(seen.survey().unseen())
                .extracting(Unseen::target)
                .containsExactly("the hardware behind the hypervisor (qemu)");
    }

    @Test
    void whereOnlyTheProcessorTellsTheNameIsUnknown() throws Exception {
        tree.file("/proc/cpuinfo", "flags\t\t: fpu vme hypervisor lahf_lm");
        Survey seen = probe.look();
        assertThat(seen.components().getFirst().attributes())
                .containsEntry("hypervisor", "unknown");
        assertThat(seen.unseen())
                .extracting(Unseen::target)
                .containsExactly("the hardware behind the hypervisor");
    }

    @Test
    void bareMetalOfACloudIsReal() throws Exception {
        tree.file("/sys/class/dmi/id/sys_vendor", "Amazon EC2")
                .file("/sys/class/dmi/id/product_name", "i3.metal");
        assertThat(probe.look().components().getFirst().attributes())
                .doesNotContainKey("hypervisor");
    }

    @Test
    void damagedFilesOnlyLoseReadings() {
        Mutations.feed(
                List.of(MEMORY),
                3,
                text -> {
                    tree.file("/proc/meminfo", text).file("/proc/loadavg", text);
                    assertThat(LoadFiles.read(tree.tree())).isNotNull();
                });
    }
}
