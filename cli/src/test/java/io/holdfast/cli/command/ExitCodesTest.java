package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "report --nonsense",
                "report --format yaml",
                "events --since yesterday",
                "events --limit 0",
                "events --limit 10001",
                "collector token create --uses 0",
                "probe",
                "enroll --collector c:7443",
                "collector token create --uses many",
                "collector",
                "agent",
                "completion fish",
                "up"
            })
    void whatTheUserGotWrongIsThree(String line) {
        CliRun run = CliRun.of(Map.of(), words(line));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("holdfast: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "report --help",
                "collector token create -h",
                "version",
                "--version"
            })
    void whatWorksIsZero(String line) {
        CliRun run = CliRun.of(Map.of(), words(line));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aMissingCollectorIsNoVerdictOnHardware(@TempDir Path nowhere) {
        Path socket = nowhere.resolve("none.sock");

        CliRun run = CliRun.of(Map.of(), "report", "--collector", socket.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("expected a collector that listens, found none (" + socket)
                .contains("to do: start one with `holdfast up`");
    }

    @Test
    void badSettingsAreThreeAndEveryErrorIsToldAtOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("agent.yaml");
        Files.writeString(file, "agent:\n  colector: c:7443\n  heartbeat: 5\n");

        CliRun run = CliRun.of(Map.of(), "config", "check", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(line -> assertThat(line).startsWith(file + ":"));
    }

    @Test
    void goodSettingsAreZero(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("agent.yaml");
        Files.writeString(file, "agent:\n  collector: c.example:7443\n");

        CliRun run = CliRun.of(Map.of(), "config", "check", file.toString(), "--format", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"kind\" : \"agent\"").contains("\"problems\" : [ ]");
    }

    @Test
    void aRecordedMachineThatIsNotThereIsThree(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path root : new Path[] {folder.resolve("none"), file}) {
            CliRun run = CliRun.of(Map.of(), "probe", "local", "--root", root.toString());

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("expected --root as a folder").contains(root.toString());
        }
    }

    @Test
    void aRecordedMachineOfNothingIsThree(@TempDir Path empty) {
        CliRun run = CliRun.of(Map.of(), "probe", "local", "--root", empty.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("UNKNOWN ").contains("too little was seen");
    }

    @Test
    void completionNamesEveryCommand() {
        CliRun run = CliRun.of(Map.of(), "completion", "bash");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("inventory").contains("complete -F");
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }

    @Test
    void theVersionIsToldEitherWay() {
        CliRun option = CliRun.of(Map.of(), "--version");

        assertThat(option.out()).startsWith("holdfast ").contains(", Java ");
        assertThat(option).isEqualTo(CliRun.of(Map.of(), "version"));
    }
}
