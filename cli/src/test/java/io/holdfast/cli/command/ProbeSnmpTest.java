package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code holdfast probe snmp} says before it asks anybody. */
final class ProbeSnmpTest {

    private static final String SECRET = "a-secret-nobody-may-see";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--community public extra:port:1:2:|expected no further word",
                "|expected a community or a user, found neither",
                "--community public --user mon|expected either a community",
                "--auth SHA-256|expected --user beside the options of SNMPv3",
                "--user mon --level authPrivate|expected --level noAuthNoPriv",
                "--user mon --auth SHA-3|expected --auth with one of MD5",
                "--user mon --auth SHA-256 --priv 3DES|expected the authentication pass-phrase",
                "--user mon --level authPriv|expected --auth with one of",
                "--community public --deadline 0|expected --deadline above 0",
                "--community public --profiles /no/such|expected a folder for --profiles",
                "--community public --mibs /no/such|expected a folder for --mibs",
            })
    void whatIsWrongIsSaid(String options, String words) {
        CliRun run = run(Map.of(), options == null ? "" : options);
        assertThat(run.err()).contains(words);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    private static CliRun run(Map<String, String> environment, String options) {
        String line = "probe snmp 192.0.2.1 " + options;
        return CliRun.of(environment, line.strip().split(" +"));
    }

    @Test
    void aTargetIsHostAndPort() {
        CliRun run = CliRun.of(Map.of(), "probe", "snmp", "host:snmp", "--community", "public");
        assertThat(run.err()).contains("expected host[:port]", "found 'host:snmp'", "to do:");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("nothing-here");
        CliRun run = run(Map.of(), "--community-file " + missing);
        assertThat(run.err()).contains(missing.toString(), "--community-file");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        CliRun run = run(Map.of(), "--community-file " + empty);
        assertThat(run.err()).contains("expected a community in " + empty + ", found nothing");
    }

    @Test
    void aShortPassphraseIsRefusedAndNoSecretPrints() throws IOException {
        Path file = Files.writeString(folder.resolve("auth"), SECRET + "\n");
        Path brief = Files.writeString(folder.resolve("priv"), "brief\n");
        CliRun run =
                run(
                        Map.of(),
                        "--user mon --auth SHA-256 --auth-password-file "
                                + file
                                + " --priv AES --priv-password-file "
                                + brief);
        assertThat(run.err())
                .contains("privacy pass-phrase of at least 8 bytes")
                .doesNotContain(SECRET, "brief");
        assertThat(run.code()).isEqualTo(3);
    }
}
