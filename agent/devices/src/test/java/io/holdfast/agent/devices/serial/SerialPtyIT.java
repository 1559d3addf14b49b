package io.holdfast.agent.devices.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.apcsmart.SmartDriver;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.LineLocks;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.serial.line.NativePort;
import io.holdfast.agent.devices.serial.megatec.MegatecDriver;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.PtyDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real reads and writes on pseudo terminals. */
class SerialPtyIT {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");

    @TempDir private Path folder;
    private Path lockFolder = Path.of("");

    @BeforeEach
    void lockFolder() throws IOException {
        lockFolder = Files.createDirectory(folder.resolve("lock"));
    }

    private LineLocks locks() {
        return new LineLocks(lockFolder, ProcessHandle.current().pid(), pid -> pid == 1);
    }

    private SerialProbe probe(Path device) {
        return probe(device, new MegatecDriver());
    }

    private SerialProbe probe(Path device, Driver driver) {
        NativePort port =
                new NativePort(
                        device.toString(), LineSettings.plain(2400), locks(), System::nanoTime);
        return new SerialProbe(
                HOST, new HeldLine(port), driver, InstantSource.system(), System::nanoTime);
    }

    private List<Path> lockFiles() throws IOException {
        try (Stream<Path> files = Files.list(lockFolder)) {
            return files.toList();
        }
    }

    @Test
    void twoUpsesAreReadAndOneGoesOnBatteryBetweenTwoLooks() throws Exception {
        MegatecUps first = new MegatecUps();
        MegatecUps second = new MegatecUps();
        try (PtyDevice a = new PtyDevice(folder.resolve("ttyA"), first);
                PtyDevice b = new PtyDevice(folder.resolve("ttyB"), second);
                SerialProbe ofA = probe(a.link());
                SerialProbe ofB = probe(b.link())) {
            assertThat(new Seen(ofA.look()).health("feed:input")).isEqualTo(Health.OK);
            assertThat(new Seen(ofB.look()).health("feed:input")).isEqualTo(Health.OK);
            assertThat(lockFiles()).hasSize(2);
            second.state(MegatecUps.ON_BATTERY);
            assertThat(new Seen(ofA.look()).health("feed:input")).isEqualTo(Health.OK);
            assertThat(new Seen(ofB.look()).health("feed:input")).isEqualTo(Health.FAILED);
            second.state(MegatecUps.ON_LINE);
            assertThat(new Seen(ofB.look()).health("feed:input")).isEqualTo(Health.OK);
        }
        assertThat(lockFiles()).isEmpty();
    }

    @Test
    void apcsProtocolIsSpokenOverALineToo() throws Exception {
        SmartUps ups = new SmartUps();
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), ups);
                SerialProbe probe = probe(device.link(), new SmartDriver())) {
            assertThat(new Seen(probe.look()).health("feed:input")).isEqualTo(Health.OK);
            ups.answer("Q", "10");
            assertThat(new Seen(probe.look()).health("feed:input")).isEqualTo(Health.FAILED);
        }
    }

    @Test
    void aDeviceThatIsUnpluggedIsSilentAndIsFoundAgain() throws Exception {
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), new MegatecUps());
                SerialProbe probe = probe(device.link())) {
            assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
            device.unplug();
            assertThat(new Seen(probe.look()).silence().cause())
                    .isEqualTo(Silence.Cause.NOT_OFFERED);
            assertThat(lockFiles()).isEmpty();
            device.plug();
            assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
            // Gone and back before anybody looked.
            device.unplug();
            device.plug();
            assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
        }
    }

    @Test
    void aLockOfALivingProcessIsRespectedAndThatOfADeadOneCleaned() throws Exception {
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), new MegatecUps());
                SerialProbe probe = probe(device.link())) {
            String name = device.link().toRealPath().toString().substring(5).replace('/', '_');
            Path lock = lockFolder.resolve("LCK.." + name);
            Files.writeString(lock, "         1\n");
            Silence held = new Seen(probe.look()).silence();
            assertThat(held.detail()).contains("is in use").contains("process 1");
            assertThat(lock).hasContent("         1");
            Files.writeString(lock, "   4194000\n");
            assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
            assertThat(lock)
                    .hasContent(String.format(Locale.ROOT, "%10d", ProcessHandle.current().pid()));
        }
    }

    /** As NUT's drivers take a line: without a lock file, by a lock on the device itself. */
    @Test
    void aProgramThatHoldsTheLineIsNamed() throws Exception {
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), new MegatecUps())) {
            String real = device.link().toRealPath().toString();
            Process other = new ProcessBuilder("flock", real, "sleep", "60").start();
            try {
                String detail = untilItIsInUse(device.link());
                assertThat(detail)
                        .contains(real + " is in use by process ")
                        .doesNotContain("error");
                assertThat(detail).containsAnyOf("(flock)", "(sleep)");
            } finally {
                other.descendants().forEach(ProcessHandle::destroy);
                other.destroy();
            }
        }
    }

    /** The program may still be on its way to the line. */
    private String untilItIsInUse(Path device) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (SerialProbe probe = probe(device)) {
                Survey survey = probe.look();
                if (survey.components().isEmpty()) {
                    return new Seen(survey).silence().detail();
                }
            }
        }
        throw new AssertionError("nobody has taken " + device);
    }

    @Test
    void whatIsNoSerialDeviceIsSaidToBeNone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        try (SerialProbe probe = probe(file)) {
            assertThat(new Seen(probe.look()).silence().detail()).contains("is no serial device");
        }
        try (SerialProbe probe = probe(folder.resolve("nothing"))) {
            assertThat(new Seen(probe.look()).silence().cause())
                    .isEqualTo(Silence.Cause.NOT_OFFERED);
        }
        try (SerialProbe probe = probe(Path.of("/dev/null"))) {
            assertThat(new Seen(probe.look()).survey().components()).isEmpty();
        }
    }

    @Test
    void nothingIsUnpackedIntoTheFolderForTemporaryFiles() throws Exception {
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), new MegatecUps());
                SerialProbe probe = probe(device.link())) {
            probe.look();
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "jSerialComm");
        Path home = Path.of(System.getProperty("user.home"), ".jSerialComm");
        for (Path where : List.of(temporary, home)) {
            assertThat(where.resolve("2.11.4/libjSerialComm.so")).doesNotExist();
        }
    }

    @Test
    void badUpsesLeaveNoThreadAndNoLockBehind() throws Exception {
        int rounds = System.getenv("HOLDFAST_LONG") == null ? 4 : 100;
        List<PtyDevice.Behaviour> bad =
                List.of(
                        (soFar, pty) -> {
                            pty.write(soFar);
                            return soFar.length;
                        },
                        (soFar, pty) -> {
                            pty.write("(230.0 230.0 2".getBytes(StandardCharsets.US_ASCII));
                            return soFar.length;
                        },
                        (soFar, pty) -> {
                            pty.write(
                                    "\u0000\u00ff#(%\r\r\n".getBytes(StandardCharsets.ISO_8859_1));
                            return soFar.length;
                        },
                        (soFar, pty) -> soFar.length);
        int before = Thread.activeCount();
        for (int i = 0; i < rounds; i++) {
            try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), bad.get(i % bad.size()));
                    SerialProbe probe = probe(device.link())) {
                FutureTask<Survey> look = new FutureTask<>(probe::look);
                Thread.ofVirtual().start(look);
                assertThat(new Seen(look.get()).silence().detail())
                        .contains(device.link().toString());
            }
        }
        assertThat(Thread.activeCount()).isEqualTo(before);
        assertThat(lockFiles()).isEmpty();
    }

    @Test
    void aLookThatIsInterruptedEndsAndLeavesTheLineUsable() throws Exception {
        MegatecUps ups = new MegatecUps();
        boolean[] mute = {true};
        PtyDevice.Behaviour moody =
                (soFar, pty) -> mute[0] ? soFar.length : ups.receive(soFar, pty);
        try (PtyDevice device = new PtyDevice(folder.resolve("ttyA"), moody);
                SerialProbe probe = probe(device.link())) {
            boolean[] interrupted = {false};
            Thread looker =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            probe.look();
                                        } catch (InterruptedException e) {
                                            interrupted[0] = true;
                                        }
                                    });
            while (lockFiles().isEmpty()) {
                Thread.onSpinWait();
            }
            looker.interrupt();
            looker.join();
            assertThat(interrupted[0]).isTrue();
            mute[0] = false;
            assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
        }
    }
}
