package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong before any BMC is asked; what comes after is tried on a real one. */
final class ProbeRedfishCommandTest {

    @TempDir private Path folder = Path.of("");
    private Path password = Path.of("");

    @BeforeEach
    void write() throws Exception {
        password = folder.resolve("password");
        Files.writeString(password, "correct-horse\n");
        mode("rw-------");
    }

    private void mode(String mode) throws Exception {
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString(mode));
    }

    private CliRun run(String url, String... more) {
        List<String> all =
                new ArrayList<>(List.of("probe", "redfish", url, "--user", "u", "--password-file"));
        all.add(password.toString());
        all.addAll(List.of(more));
        return CliRun.of(Map.of(), all.toArray(String[]::new));
    }

    private static void failed(CliRun run, String message) {
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("holdfast: " + message).contains("to do: ");
        assertThat(run.err()).doesNotContain("correct-horse");
    }

    @Test
    void theUrlIsChecked() {
        failed(run("ftp://bmc"), "expected the BMC as https://host[:port], found 'ftp://bmc'");
        failed(run("http://bmc"), "expected an https URL, found http://bmc");
    }

    @Test
    void oneTrustIsEnough() {
        failed(
                run("https://bmc", "--insecure", "--ca", "x"),
                "expected at most one of --ca, --fingerprint and --insecure, found 2");
        failed(
                run("https://bmc", "--fingerprint", "ab:cd"),
                "expected --fingerprint as 64 hexadecimal digits, found 'ab:cd'");
        failed(run("https://bmc", "--ca", folder + "/none.pem"), "expected certificates in ");
        failed(run("https://bmc", "--ca", password.toString()), "expected certificates in ");
    }

    @Test
    void aPasswordThatEveryoneCanReadIsRefused() throws Exception {
        mode("rw-r--r--");

        failed(run("https://bmc"), password + " is open to everyone");
    }

    @Test
    void userAndPasswordAreRequired() {
        CliRun run = CliRun.of(Map.of(), "probe", "redfish", "https://bmc");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("--user").contains("--password-file");
    }

    @Test
    void shellsCompleteIt() {
        CliRun run = CliRun.of(Map.of(), "completion", "bash");

        assertThat(run.out())
                .contains("function _picocli_holdfast_probe_redfish()")
                .contains("'--password-file'")
                .contains("'--fingerprint'")
                .contains("'--insecure'");
    }
}
