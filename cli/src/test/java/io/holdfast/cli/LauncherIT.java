package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the launcher ends, with a script in the place of the JVM. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LauncherIT {

    private static final Path RUN = Path.of("launcher/run.sh").toAbsolutePath();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"0,0", "1,3", "101,1", "2,2", "3,3", "126,3"})
    void onlyTheCommandItselfWarns(int jvm, int launcher) throws Exception {
        Process process = launch("exit " + jvm);

        assertThat(ended(process)).isEqualTo(launcher);
    }

    @Test
    void aJvmThatIsNotThereIsThree() throws Exception {
        Process process =
                new ProcessBuilder("sh", "-euc", ". \"$0\"; run_jvm /nonexistent", RUN.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();

        assertThat(ended(process)).isEqualTo(3);
    }

    @Test
    void inputAndWordsArriveAsTheyAre() throws Exception {
        Process process = launch("shift 2; printf '<%s>' \"$@\"; cat");
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("typed");
        }

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<two words><*>typed");
        assertThat(ended(process)).isZero();
    }

    @Test
    void aClosedInputIsAnEmptyOne() throws Exception {
        Path java = java("cat; exit 2");
        Process process =
                new ProcessBuilder(
                                "sh",
                                "-euc",
                                ". \"$0\"; run_jvm \"$1\" <&-",
                                RUN.toString(),
                                java.toString())
                        .start();

        assertThat(ended(process)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"TERM", "HUP"})
    void aSignalReachesTheJvmAndItsEndIsAwaited(String signal) throws Exception {
        assumeTrue(
                !ignored(signal),
                "a shell cannot catch " + signal + " where it was ignored before");
        Process process =
                launch("trap 'echo ends in order; exit 2' " + signal + "; echo ready; wait_for_it");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");

            kill(signal, process);

            assertThat(lines.readLine()).isEqualTo("ends in order");
        }
        assertThat(ended(process)).isEqualTo(2);
    }

    @Test
    void aJvmThatDiesOfTheSignalSaysSo() throws Exception {
        Process process = launch("echo ready; wait_for_it");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");

            kill("TERM", process);
        }

        assertThat(ended(process)).isEqualTo(128 + 15);
    }

    /** Whether this process, and so each that it starts, ignores the signal, as under nohup. */
    private static boolean ignored(String signal) throws IOException {
        int number = signal.equals("HUP") ? 1 : 15;
        String mask =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .findFirst()
                        .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) >> (number - 1) & 1) == 1;
    }

    /** Starts the launcher's part that runs a JVM, as both launchers do. */
    private Process launch(String script) throws IOException {
        Path java = java(script);
        return new ProcessBuilder(
                        "sh",
                        "-euc",
                        ". \"$0\"; run_jvm \"$1\" 'two words' '*'",
                        RUN.toString(),
                        java.toString())
                .start();
    }

    /** A JVM that does what the script says; {@code wait_for_it} lasts until a signal comes. */
    private Path java(String script) throws IOException {
        Path java = folder.resolve("java");
        String text =
                """
                #!/bin/sh
                wait_for_it() { sleep 30 >/dev/null 2>&1 & wait; }
                """
                        + script
                        + "\n";
        Files.writeString(java, text);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return java;
    }

    private static void kill(String signal, Process process) throws Exception {
        List<String> words = List.of("kill", "-" + signal, String.valueOf(process.pid()));
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
