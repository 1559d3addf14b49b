package io.holdfast.agent.devices.serial.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHolderTest {

    private static final Path LINE = Path.of("/dev/ttyUSB0");

    @TempDir private Path proc;

    private void process(String pid, String name, String... open) throws IOException {
        Path files = Files.createDirectories(proc.resolve(pid).resolve("fd"));
        Files.writeString(proc.resolve(pid).resolve("comm"), name + "\n");
        for (int i = 0; i < open.length; i++) {
            Files.createSymbolicLink(files.resolve(Integer.toString(i)), Path.of(open[i]));
        }
    }

    @Test
    void isTheProcessThatHasTheDeviceOpen() throws IOException {
        process("1", "init", "/dev/null");
        process("4711", "nutdrv_qx", "socket:[1]", "/dev/ttyUSB0");
        process("4712", "blazer_ser", "/dev/ttyUSB01");
        Files.createDirectories(proc.resolve("4713"));
        Files.createDirectories(proc.resolve("sys"));
        assertThat(LineHolder.find(proc, LINE))
                .hasValueSatisfying(
                        holder -> assertThat(holder).hasToString("process 4711 (nutdrv_qx)"));
    }

    @Test
    void isUnknownWhereNobodyShowsIt() throws IOException {
        process("1", "init", "/dev/null");
        assertThat(LineHolder.find(proc, LINE)).isEmpty();
        assertThat(LineHolder.find(proc.resolve("missing"), LINE)).isEmpty();
    }
}
