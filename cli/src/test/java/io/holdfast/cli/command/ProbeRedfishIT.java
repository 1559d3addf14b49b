package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.holdfast.testkit.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command against a BMC in a process of its own. */
final class ProbeRedfishIT {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String PEER = "src/test/resources/io/holdfast/agent/devices/redfish";
    private static final HexFormat SHOWN = HexFormat.ofDelimiter(":").withUpperCase();

    @TempDir private Path folder = Path.of("");
    private @Nullable Process process;
    private String url = "";
    private String fingerprint = "";

    @BeforeEach
    void start() throws Exception {
        if (!Files.isExecutable(PYTHON)) {
            String missing = "python3 is not installed: no BMC to try";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            abort(missing);
        }
        TestAuthority authority = new TestAuthority("test authority");
        KeyPair key = TestAuthority.newKey();
        byte[] certificate = authority.server(key.getPublic(), "localhost").getEncoded();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
        fingerprint = SHOWN.formatHex(digest);
        write("ca.pem", pem("CERTIFICATE", authority.certificate().getEncoded()));
        write("cert.pem", pem("CERTIFICATE", certificate));
        write("key.pem", pem("PRIVATE KEY", key.getPrivate().getEncoded()));
        write("password", "correct-horse\n");
        write("wrong", "battery-staple\n");
        Path peer = peer();
        process =
                new ProcessBuilder(
                                PYTHON.toString(),
                                peer.resolve("bmc.py").toString(),
                                peer.resolve("new-style.json").toString(),
                                folder.resolve("cert.pem").toString(),
                                folder.resolve("key.pem").toString())
                        .redirectError(folder.resolve("bmc.err").toFile())
                        .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        url = "https://localhost:" + String.valueOf(out.readLine()).replace("PORT ", "");
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    private static Path peer() {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            Path found = at.resolve("agent/devices").resolve(PEER);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        throw new IllegalStateException("no agent/devices/" + PEER + " above " + here);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private CliRun run(String password, String... more) {
        List<String> words = new ArrayList<>(List.of("probe", "redfish", url, "--user", "monitor"));
        words.addAll(List.of("--password-file", folder.resolve(password).toString()));
        words.addAll(List.of(more));
        return CliRun.of(Map.of(), words.toArray(String[]::new));
    }

    @Test
    void aWellServerIsZero() {
        CliRun run = run("password", "--ca", folder.resolve("ca.pem").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).startsWith("OK localhost").contains("2 of 2  2 of 4 psu");
    }

    @Test
    void scriptsGetEvidenceThatLeadsToTheSource() {
        CliRun run = run("password", "--fingerprint", fingerprint, "--format", "json");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("\"target\" : \"" + url + "\"")
                .contains("\"model\" : \"Anvil 9\"")
                .contains("PowerSupplies/1#/Status/Health")
                .contains("\"spares\" : 2");
    }

    @Test
    void aCertificateThatIsNotTrustedIsShownAndIsThree() {
        CliRun run = run("password");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("the certificate is not trusted")
                .contains(fingerprint)
                .contains("--fingerprint");
    }

    @Test
    void aWrongPasswordIsThreeAndIsNotPrinted() {
        CliRun run = run("wrong", "--fingerprint", fingerprint);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("the BMC refuses the password of user 'monitor'")
                .doesNotContain("battery");
    }

    @Test
    void trustingAnybodyIsSaid() {
        CliRun run = run("password", "--insecure");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("identity of the BMC").contains("--insecure");
    }
}
