package io.holdfast.agent.devices.nut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.serial.MegatecUps;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.testkit.PtyDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NUT's own upsd and drivers, over loopback and pseudo terminals. */
class NutIT {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");
    private static final Path PROGRAMS = Path.of("/lib/nut");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private final List<Process> running = new ArrayList<>();
    private int port;

    @BeforeEach
    void needsNut() throws IOException {
        boolean there = Files.isExecutable(PROGRAMS.resolve("upsd"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("Debian package nut-server").isTrue();
        }
        assumeTrue(there, "NUT is not installed here (Debian package nut-server)");
        port = freePort();
        write("upsd.conf", "LISTEN 127.0.0.1 " + port + "\nSTATEPATH " + folder + "\nMAXAGE 5\n");
        write("upsd.users", "");
    }

    @AfterEach
    void stop() {
        running.forEach(Process::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("NUT_CONFPATH", folder.toString());
        builder.environment().put("NUT_STATEPATH", folder.toString());
        builder.environment().put("NUT_ALTPIDPATH", folder.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(program + running.size() + ".log").toFile());
        running.add(builder.start());
    }

    private NutProbe probe(Optional<String> ups) {
        return new NutProbe(
                HOST,
                new NutTarget("127.0.0.1", port, ups),
                SocketFactory.getDefault(),
                InstantSource.system(),
                System::nanoTime,
                Duration.ofSeconds(5));
    }

    /** Looks until it is as expected; what fails then is the last look. */
    private static Seen until(NutProbe probe, Predicate<Seen> expected) {
        long start = System.nanoTime();
        Seen seen = new Seen(probe.look());
        while (!expected.test(seen) && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.onSpinWait();
            seen = new Seen(probe.look());
        }
        return seen;
    }

    private static Predicate<Seen> feed(String name, Health health) {
        return seen ->
                seen.survey().observations().stream()
                                .anyMatch(o -> o.component().local().equals(name))
                        && seen.health(name) == health;
    }

    @Test
    void twoSerialUpsesAndADumpAreReadThroughUpsd() throws Exception {
        MegatecUps first = new MegatecUps();
        MegatecUps second = new MegatecUps();
        try (PtyDevice a = new PtyDevice(folder.resolve("ttyA"), first);
                PtyDevice b = new PtyDevice(folder.resolve("ttyB"), second)) {
            write(
                    "ups.conf",
                    """
                    maxretry = 1
                    [a]
                      driver = nutdrv_qx
                      port = %s
                      protocol = megatec
                      pollinterval = 1
                    [b]
                      driver = blazer_ser
                      port = %s
                      pollinterval = 1
                    [c]
                      driver = dummy-ups
                      port = c.dev
                      mode = dummy-once
                    """
                            .formatted(a.link(), b.link()));
            write("c.dev", "ups.status: ALARM OL RB\nups.alarm: Replace battery\n");
            start("nutdrv_qx", "-F", "-u", "root", "-a", "a");
            start("blazer_ser", "-D", "-u", "root", "-a", "b");
            start("dummy-ups", "-F", "-u", "root", "-a", "c");
            start("upsd", "-F", "-u", "root");

            NutProbe all = probe(Optional.empty());
            Seen seen =
                    until(
                            all,
                            s ->
                                    feed("feed:a/input", Health.OK).test(s)
                                            && feed("feed:b/input", Health.OK).test(s)
                                            && feed("battery:c/battery", Health.DEGRADED).test(s));
            assertThat(seen.health("feed:a/input")).isEqualTo(Health.OK);
            assertThat(seen.health("feed:b/input")).isEqualTo(Health.OK);
            assertThat(seen.health("ups:c")).isEqualTo(Health.DEGRADED);
            assertThat(seen.evidence("ups:c").value()).contains("Replace battery");

            second.state(MegatecUps.ON_BATTERY);
            Seen after = until(all, feed("feed:b/input", Health.FAILED));
            assertThat(after.health("feed:b/input")).isEqualTo(Health.FAILED);
            assertThat(after.health("feed:a/input")).isEqualTo(Health.OK);
            assertThat(after.evidence("feed:b/input").key()).isEqualTo("ups.status");

            Seen one = new Seen(probe(Optional.of("a")).look());
            assertThat(one.health("ups:ups")).isEqualTo(Health.OK);
            assertThat(one.reading("feed:input", "voltage")).isEqualTo(230.0);
            assertThat(new Seen(probe(Optional.of("nobody")).look()).silence().cause())
                    .isEqualTo(Silence.Cause.NOT_OFFERED);
        }
    }

    @Test
    void whereNobodyListensTheReasonIsPlain() {
        Silence silence = new Seen(probe(Optional.empty()).look()).silence();
        assertThat(silence.cause()).isEqualTo(Silence.Cause.FAILED);
        assertThat(silence.remedy()).contains("LISTEN");
    }

    @Test
    void aServerThatSendsRubbishOrNothingIsToldApart() throws Exception {
        for (String answer :
                List.of("HTTP/1.1 400 Bad Request\r\n", "BEGIN LIST UPS\nUPS a \"", "")) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = server.getLocalPort();
                Thread peer =
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            try (var socket = server.accept()) {
                                                socket.getInputStream().read();
                                                socket.getOutputStream()
                                                        .write(
                                                                answer.getBytes(
                                                                        StandardCharsets.UTF_8));
                                            } catch (IOException e) {
                                                throw new UncheckedIOException(e);
                                            }
                                        });
                Silence silence = new Seen(probe(Optional.empty()).look()).silence();
                assertThat(silence.cause())
                        .isIn(Silence.Cause.NOT_UNDERSTOOD, Silence.Cause.FAILED);
                peer.join();
            }
        }
    }
}
