package io.holdfast.agent.devices.serial.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.line.LineLocks.Lock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineLocksTest {

    private static final Path DEVICE = Path.of("/dev/ttyUSB0");

    @TempDir private Path folder;

    private LineLocks locks() {
        return new LineLocks(folder, 77, pid -> pid == 42);
    }

    private Path lock() {
        return folder.resolve("LCK..ttyUSB0");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void aFreeLineIsTakenInTheFormThatAllUnderstandAndGivenBack() throws IOException {
        assertThat(locks().take(DEVICE)).isEqualTo(new Lock.Taken(lock()));
        assertThat(Files.readString(lock())).isEqualTo("        77\n");
        assertThat(Files.getPosixFilePermissions(lock())).hasSize(4);
        locks().release(lock());
        assertThat(files()).isZero();
    }

    @Test
    void theLockOfALivingProcessIsRespectedInBothForms() throws IOException {
        Files.writeString(lock(), "        42\n");
        assertThat(locks().take(DEVICE)).isInstanceOf(Lock.Refused.class);
        Files.write(
                lock(), ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(42).array());
        assertThat(locks().take(DEVICE)).isInstanceOf(Lock.Refused.class);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void theLockOfADeadProcessIsCleanedAway() throws IOException {
        Files.writeString(lock(), "        43 minicom root\n");
        assertThat(locks().take(DEVICE)).isEqualTo(new Lock.Taken(lock()));
    }

    @Test
    void aLockWithoutANameIsLeftAloneWhileItIsFresh() throws IOException {
        Files.createFile(lock());
        assertThat(locks().take(DEVICE)).isInstanceOf(Lock.Refused.class);
        Files.setLastModifiedTime(lock(), FileTime.from(Instant.EPOCH));
        assertThat(locks().take(DEVICE)).isEqualTo(new Lock.Taken(lock()));
    }

    @Test
    void aLockThatAnotherHasTakenMeanwhileIsNotRemoved() throws IOException {
        locks().take(DEVICE);
        Files.writeString(lock(), "        42\n");
        locks().release(lock());
        assertThat(lock()).exists();
    }

    @Test
    void aLinkInPlaceOfTheDraftIsNeverWrittenThrough() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("LTMP..77.LCK..ttyUSB0"), victim);
        assertThat(locks().take(DEVICE)).isEqualTo(new Lock.Taken(lock()));
        assertThat(victim).hasContent("precious");
    }

    @Test
    void aMachineWithoutLocksHasNone() {
        LineLocks none = new LineLocks(folder.resolve("none"), 77, pid -> true);
        assertThat(none.take(DEVICE)).isEqualTo(new Lock.Unkept());
    }

    @Test
    void devicesInFoldersHaveLocksOfTheirOwn() {
        assertThat(locks().fileOf(Path.of("/dev/pts/3")).getFileName()).hasToString("LCK..pts_3");
    }
}
