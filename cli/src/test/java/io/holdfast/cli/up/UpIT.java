package io.holdfast.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.json.JsonRecord;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.IdentityStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code holdfast up} on this machine, with two real processes. Needs what ./holdfast builds;
 * without it skips, and fails where CI=true.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpIT {

    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 180;

    @BeforeEach
    void needsTheLaunchersBuild() {
        boolean built = Files.exists(TREE.resolve("target/run/built"));
        if (!built && "true".equals(System.getenv("CI"))) {
            fail("expected target/run, which ./holdfast version builds");
        }
        assumeTrue(built, "./holdfast version has not built target/run");
    }

    @Test
    void onceReportsThisMachineTwiceAndLeavesNobodyBehind(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");

        Ended first = run(List.of(), state, "up", "--once", "--format", "json");
        Ended second = run(List.of(), state, "up", "--once", "--format", "json");

        for (Ended run : List.of(first, second)) {
            assertReports(run);
        }
        assertThat(survivors(state)).isEmpty();
        assertThat(Files.getPosixFilePermissions(state))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void worksUnprivileged() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become nobody");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv");
        List<String> nobody =
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        assumeTrue(mayRead(nobody), "nobody may not read this tree");
        Path state = Files.createTempDirectory(Path.of("/tmp"), "holdfast-nobody");
        try {
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));

            Ended run = run(nobody, state.resolve("s"), "up", "--once", "--format", "json");

            assertReports(run);
            assertThat(survivors(state)).isEmpty();
        } finally {
            delete(state);
        }
    }

    @Test
    void interruptedItEndsBothAndCallsThatSuccess(@TempDir Path folder) throws Exception {
        assumeTrue(hearsInterrupts(), "SIGINT is ignored here, as in a background job of a shell");
        Path state = folder.resolve("state");
        Process process = start(List.of(), state, "up", "--format", "json");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("{");
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
            lines.transferTo(Writer.nullWriter());
        }

        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(survivors(state)).isEmpty();
    }

    @Test
    void killedItTakesBothAlong(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");
        Process process = start(List.of(), state, "up", "--format", "json");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("{");
        }
        List<ProcessHandle> services = survivors(state);
        assertThat(services).hasSizeGreaterThanOrEqualTo(2);

        process.destroyForcibly().waitFor();

        for (ProcessHandle service : services) {
            service.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void anAgentThatEndsByItselfIsToldAndStartedAgain(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");
        Process process =
                builder(List.of(), state, "up")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(upTo("Ctrl-C ends", err)).isNotEmpty();
            ProcessHandle agent =
                    survivors(state).stream()
                            .filter(p -> commandLine(p.pid()).contains("AgentMain"))
                            .findFirst()
                            .orElseThrow();

            agent.destroyForcibly();

            assertThat(upTo("started again", err))
                    .anyMatch(line -> line.startsWith("holdfast: the agent was ended by signal 9"))
                    .last()
                    .asString()
                    .contains("1 of 3 times within 10 min");
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isZero();
        assertThat(survivors(state)).isEmpty();
    }

    @Test
    void aDamagedIdentityIsToldBeforeAnythingIsStarted(@TempDir Path folder) throws Exception {
        Path state = folder.resolve("state");
        Path identity = Files.createDirectories(state.resolve("agent")).resolve("identity.pem");
        Files.writeString(identity, "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqG");

        Ended run = run(List.of(), state, "up", "--once");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("holdfast: the identity of the agent is damaged: " + identity)
                .contains("to do: move it away")
                .contains("mv " + identity);
        assertThat(state.resolve("agent.log")).doesNotExist();
    }

    @Test
    void aRevokedAgentIsToldAtOnceAndComesBackWithoutItsIdentity(@TempDir Path folder)
            throws Exception {
        Path state = folder.resolve("state");
        Path identity = state.resolve("agent/identity.pem");
        Process process =
                builder(List.of(), state, "up")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(upTo("Ctrl-C ends", err)).isNotEmpty();
            String host =
                    new IdentityStore(state.resolve("agent"), new SecureRandom())
                            .read()
                            .flatMap(Enrolled::host)
                            .orElseThrow()
                            .toString();

            revoke(host, state);

            assertThat(upTo("to do: ", err))
                    .anyMatch(line -> line.startsWith("holdfast: the agent of this machine was"));
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }

        Ended revoked = run(List.of(), state, "up", "--once");

        assertThat(revoked.code()).isEqualTo(3);
        assertThat(revoked.err().lines().toList())
                .satisfiesExactly(
                        told ->
                                assertThat(told)
                                        .startsWith("holdfast: the agent of this machine was")
                                        .contains("revoked by "),
                        toDo ->
                                assertThat(toDo)
                                        .endsWith("mv " + identity + " " + identity + ".revoked"));
        // Whoever waits for the agent until patience ends shows a report without it.
        assertThat(revoked.out()).isEmpty();
        Files.move(identity, state.resolve("agent/identity.pem.revoked"));
        assertReports(run(List.of(), state, "up", "--once", "--format", "json"));
    }

    @Test
    void whatTheCollectorCannotGoOnFromIsToldBeforeAnythingIsStarted(@TempDir Path folder)
            throws Exception {
        Path state = folder.resolve("state");
        assertReports(run(List.of(), state, "up", "--once", "--format", "json"));
        Path store = state.resolve("collector/holdfast.db");
        Path authority = state.resolve("collector/authority/authority.pem");
        Files.delete(state.resolve("collector.log"));

        Files.writeString(authority, Files.readString(authority).substring(0, 300));
        Ended damaged = run(List.of(), state, "up", "--once");
        Files.delete(store);
        Files.delete(authority);
        Ended another = run(List.of(), state, "up", "--once");

        assertThat(damaged.code()).isEqualTo(3);
        assertThat(damaged.err())
                .startsWith("holdfast: the authority of the collector is damaged")
                .contains(": " + authority + ": ")
                .contains("to do: restore a backup");
        assertThat(another.err()).contains("there is no " + authority);
        assertThat(state.resolve("collector.log")).doesNotExist();
    }

    private static void revoke(String host, Path state) throws Exception {
        List<String> command =
                List.of(
                        TREE.resolve("holdfast").toString(),
                        "agents",
                        "revoke",
                        host,
                        "--collector",
                        state.resolve("collector.sock").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** The lines up to the first with these words; none where the output ends before. */
    private static List<String> upTo(String words, BufferedReader lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (line.contains(words)) {
                return read;
            }
        }
        return List.of();
    }

    private record Ended(int code, String out, String err) {}

    private static void assertReports(Ended run) throws IOException {
        assertThat(run.out()).as(run.err()).startsWith("{");
        Report report = JsonRecord.of(Report.class).read(run.out());
        assertThat(run.code()).isBetween(0, 3).isEqualTo(report.status().exitCode());
        assertThat(report.hosts())
                .singleElement()
                .satisfies(
                        host -> {
                            assertThat(host.components()).isNotEmpty();
                            assertThat(host.agent().orElseThrow().state())
                                    .isEqualTo(AgentReport.State.CONNECTED);
                        });
    }

    private static Ended run(List<String> as, Path state, String... arguments) throws Exception {
        Path out = Files.createTempFile("up", ".out");
        Path err = Files.createTempFile("up", ".err");
        try {
            Process process =
                    builder(as, state, arguments)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static Process start(List<String> as, Path state, String... arguments)
            throws IOException {
        return builder(as, state, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static ProcessBuilder builder(List<String> as, Path state, String... arguments) {
        List<String> command = new ArrayList<>(as);
        command.add(TREE.resolve("holdfast").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--state", state.toString()));
        return new ProcessBuilder(command);
    }

    /** A child inherits what is ignored; bit 1 of SigIgn is SIGINT, see proc(5). */
    private static boolean hearsInterrupts() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String mask = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("0");
            return (Long.parseUnsignedLong(mask.replaceAll(".*\\s", ""), 16) & 2) == 0;
        }
    }

    private static boolean mayRead(List<String> as) throws Exception {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of("test", "-r", TREE.resolve("target/run/built").toString()));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    /** The services whose command line names this folder. */
    private static List<ProcessHandle> survivors(Path state) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .filter(
                        p ->
                                commandLine(p.pid()).contains(state.toString())
                                        && commandLine(p.pid()).contains("--parent-pipe"))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
