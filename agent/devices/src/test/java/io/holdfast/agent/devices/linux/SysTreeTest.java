package io.holdfast.agent.devices.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.observation.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SysTreeTest {

    @TempDir Path root;

    private SysTree tree;

    @BeforeEach
    void plant() throws IOException {
        tree = new SysTree(root);
        Path device = Files.createDirectories(root.resolve("sys/devices/pci0/0000:00:03.0"));
        Path net = Files.createDirectories(root.resolve("sys/class/net/eth0"));
        Files.createSymbolicLink(net.resolve("device"), device);
        Files.writeString(net.resolve("speed"), "10000\n");
        Files.writeString(net.resolve("duplex"), "full\n");
        Files.writeString(net.resolve("ifalias"), "\n");
    }

    @Test
    void aFileIsReadWithoutTheNewlineAtItsEnd() {
        assertThat(tree.read("/sys/class/net/eth0/duplex"))
                .isEqualTo(new SysRead.Text("/sys/class/net/eth0/duplex", "full"));
        assertThat(tree.text("/sys/class/net/eth0/duplex")).contains("full");
        assertThat(tree.number("/sys/class/net/eth0/speed")).hasValue(10_000);
    }

    @Test
    void anEmptyFileIsReadButHoldsNothing() {
        assertThat(tree.read("/sys/class/net/eth0/ifalias")).isInstanceOf(SysRead.Text.class);
        assertThat(tree.text("/sys/class/net/eth0/ifalias")).isEmpty();
    }

    @Test
    void aWordIsNoNumber() {
        assertThat(tree.number("/sys/class/net/eth0/duplex")).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissingAndSaysSo() {
        SysRead read = tree.read("/sys/class/net/eth1/speed");
        assertThat(read).isEqualTo(new SysRead.Missing("/sys/class/net/eth1/speed"));
        assertThat(read.silence().cause()).isEqualTo(Silence.Cause.NOT_OFFERED);
    }

    @Test
    void aNameThatNoFileCanHaveIsMissing() {
        assertThat(tree.read("/sys/\0")).isInstanceOf(SysRead.Missing.class);
        assertThat(tree.names("/sys/\0")).isEmpty();
        assertThat(tree.exists("/sys/\0")).isFalse();
        assertThat(tree.linkName("/sys/\0")).isEmpty();
        assertThat(tree.realPath("/sys/\0")).isEmpty();
    }

    @Test
    void aFolderAndAPathThroughAFileAreMissingAsFiles() {
        assertThat(tree.read("/sys/class/net/eth0")).isInstanceOf(SysRead.Missing.class);
        assertThat(tree.read("/sys/class/net/eth0/speed/x")).isInstanceOf(SysRead.Missing.class);
    }

    @Test
    void aFileBeyondTheLimitIsRefused() throws IOException {
        Files.write(root.resolve("long"), new byte[SysTree.MOST_BYTES + 1]);
        SysRead read = tree.read("/long");
        assertThat(read).isInstanceOf(SysRead.Failed.class);
        assertThat(read.silence().detail()).contains("longer than " + SysTree.MOST_BYTES);
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndSurvived() throws IOException {
        Files.write(root.resolve("odd"), new byte[] {'a', (byte) 0xff, 'b'});
        assertThat(tree.text("/odd")).contains("a\ufffdb");
    }

    @Test
    void aFolderListsSortedAndAMissingOneListsNothing() throws IOException {
        Files.createDirectories(root.resolve("sys/class/net/bond0"));
        assertThat(tree.names("/sys/class/net")).containsExactly("bond0", "eth0");
        assertThat(tree.names("/sys/class/none")).isEmpty();
    }

    @Test
    void linksGiveTheirTargetsNameAndPlace() {
        assertThat(tree.linkName("/sys/class/net/eth0/device")).contains("0000:00:03.0");
        assertThat(tree.realPath("/sys/class/net/eth0/device"))
                .contains("/sys/devices/pci0/0000:00:03.0");
        assertThat(tree.linkName("/sys/class/net/eth0/speed")).isEmpty();
        assertThat(tree.realPath("/sys/class/net/eth9")).isEmpty();
    }

    @Test
    void whatWasReadIsEvidenceAndHasNoSilence() {
        SysRead read = tree.read("/sys/class/net/eth0/speed");
        assertThat(((SysRead.Text) read).evidence("Mbit/s").source())
                .isEqualTo("/sys/class/net/eth0/speed");
        assertThatThrownBy(read::silence).isInstanceOf(IllegalStateException.class);
    }
}
