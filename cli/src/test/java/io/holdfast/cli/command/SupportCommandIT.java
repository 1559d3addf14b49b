package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle where the collector that is asked need not be of this machine. */
class SupportCommandIT {

    @Test
    void whatIsOfTheCollectorAndWhatOfThisMachineLieApart(@TempDir Path folder) {
        Path socket = folder.resolve("elsewhere.sock");
        CliRun run =
                CliRun.of(
                        Map.of("HOLDFAST_COLLECTOR", socket.toString()),
                        "support",
                        "--state",
                        folder.resolve("none").toString(),
                        "--output",
                        folder.resolve("support.tar.gz").toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("  collector/: what the collector answered: " + socket)
                .contains("which was named and may be of another machine\n")
                .contains("  local/: what is on this machine, ")
                .contains("  local/versions.json, ")
                .contains("  without collector/report.json: ")
                .contains("  without local/up/agent.log: ");
        assertThat(run.out().lines().skip(6))
                .allSatisfy(line -> assertThat(line).containsAnyOf("collector/", "local/"));
    }
}
