package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.wire.api.DeviceReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against Net-SNMP's agent. */
final class ProbeSnmpIT {

    private static final Path SNMPD = Path.of("/usr/sbin/snmpd");
    private static final String PASSPHRASE = "authpass-123456";
    private static final int MOST_WAITS = 20;

    @TempDir static Path folder;

    private static Process snmpd;
    private static String target = "";

    @BeforeAll
    static void start() throws Exception {
        String missing = "no " + SNMPD + ": install the package snmpd";
        if (!Files.isExecutable(SNMPD)) {
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            assumeTrue(false, missing);
        }
        target = "127.0.0.1:" + freePort();
        Path settings = folder.resolve("snmpd.conf");
        Files.writeString(
                settings,
                "agentAddress udp:"
                        + target
                        + "\nrocommunity public 127.0.0.1\ncreateUser mon SHA-256 \""
                        + PASSPHRASE
                        + "\"\nrouser mon authNoPriv\n");
        ProcessBuilder builder =
                new ProcessBuilder(
                        SNMPD.toString(),
                        "-f",
                        "-Lf",
                        folder.resolve("log").toString(),
                        "-C",
                        "-c",
                        settings.toString(),
                        "-p",
                        folder.resolve("pid").toString());
        builder.environment().put("SNMP_PERSISTENT_DIR", folder.resolve("var").toString());
        builder.environment().put("MIBS", "");
        snmpd =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        for (int i = 0; i < MOST_WAITS && probe("--community", "public").code() != 0; i++) {
            assertThat(snmpd.isAlive()).as("snmpd runs").isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (snmpd != null) {
            snmpd.destroy();
            snmpd.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static CliRun probe(String... options) {
        return probe(Map.of(), options);
    }

    private static CliRun probe(Map<String, String> environment, String... options) {
        List<String> line = new ArrayList<>(List.of("probe", "snmp", target));
        line.addAll(List.of(options));
        return CliRun.of(environment, line.toArray(String[]::new));
    }

    @Test
    void textAndJsonSayTheSameDevice() throws Exception {
        Path file = Files.writeString(folder.resolve("community"), "public\n");
        CliRun text = probe("--community-file", file.toString());
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("host:127.0.0.1").doesNotContain("public");
        CliRun json = probe(Map.of("HOLDFAST_SNMP_COMMUNITY", "public"), "--format", "json");
        DeviceReport report = JsonRecord.of(DeviceReport.class).read(json.out());
        assertThat(report.target()).isEqualTo(target);
        assertThat(report.components()).isNotEmpty();
    }

    @Test
    void aUserOfVersion3IsLetIn() throws Exception {
        Path file = Files.writeString(folder.resolve("right"), PASSPHRASE + "\n");
        CliRun run =
                probe(
                        "--user",
                        "mon",
                        "--auth",
                        "SHA-256",
                        "--auth-password-file",
                        file.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void aWrongKeyIsToldInPlainWordsAndIsNoFault() {
        CliRun run =
                probe(
                        Map.of("HOLDFAST_SNMP_AUTH_PASSWORD", "another-passphrase"),
                        "--user",
                        "mon",
                        "--auth",
                        "SHA-256");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("UNKNOWN", "knows user 'mon'", "compare the authentication protocol")
                .doesNotContain("another-passphrase", "CRITICAL");
    }
}
