package io.holdfast.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.cli.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back by the tar of this machine, which every Debian has. */
class BundleIT {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void tarReadsWhatWasWrittenWithoutSecretsAndNobodyElseMay(@TempDir Path folder)
            throws Exception {
        Bundle bundle = new Bundle(Map.of("up/", "this machine"));
        bundle.add("a.yaml", () -> "password: hunter2\nhost: db07\n");
        bundle.add(
                "report.json",
                () -> {
                    throw new Failure("no collector", "");
                });
        Path state = Files.createDirectory(folder.resolve("state"));
        Files.writeString(state.resolve("identity.pem"), "-----BEGIN PRIVATE KEY-----\nMIIB\n");
        bundle.addFile("up/agent.yaml", state.resolve("agent.yaml"));
        bundle.addListing("up/files.txt", state);
        bundle.addListing("up/none.txt", folder.resolve("none"));
        Path file = folder.resolve("support.tar.gz");

        bundle.write(file, AT);

        Process tar =
                new ProcessBuilder("tar", "-xzf", file.toString(), "-C", folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tar.waitFor()).as(said).isZero();
        assertThat(folder.resolve("holdfast-support/a.yaml"))
                .hasContent("password: ***\nhost: db07\n");
        assertThat(folder.resolve("holdfast-support/CONTENTS"))
                .content()
                .contains("up/: this machine")
                .contains("a.yaml")
                .contains("without report.json: no collector")
                .contains(
                        "without up/agent.yaml: looked for "
                                + state.resolve("agent.yaml")
                                + ", found no such file")
                .contains("without up/none.txt: looked for ");
        assertThat(folder.resolve("holdfast-support/up/files.txt"))
                .content()
                .contains(state.resolve("identity.pem").toString())
                .doesNotContain("MIIB");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> bundle.write(file, AT)).isInstanceOf(Failure.class);
    }
}
