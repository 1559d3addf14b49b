package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.ConfigCheck.Outcome;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {

    private final ConfigCheck check = new ConfigCheck("web1", new SecretReader(Map.of()));

    @TempDir Path dir;

    @Test
    void aFileTellsWhoseItIs() {
        assertThat(check.check(Path.of("samples/agent-minimal.yaml")).kind())
                .contains(FileKind.AGENT);
        assertThat(check.check(Path.of("samples/collector.yaml")).kind())
                .contains(FileKind.COLLECTOR);
        assertThat(check.check("f", "x: 1").kind()).isEmpty();
    }

    @Test
    void aRightFileHasNoProblems() {
        assertThat(check.check(Path.of("samples/agent-minimal.yaml")).problems()).isEmpty();
        assertThat(check.check(Path.of("samples/collector.yaml")).problems()).isEmpty();
    }

    @Test
    void theWrongServicesFileIsRefused() {
        Path file = Path.of("samples/agent-minimal.yaml");
        Outcome outcome = check.check(file, FileKind.COLLECTOR);
        assertThat(outcome.problems())
                .map(Problem::message)
                .containsExactly(
                        "missing key 'collector'",
                        "unknown key 'agent'; expected one of collector");
    }

    @Test
    void aMissingFileIsAProblem() {
        Outcome outcome = check.check(dir.resolve("none.yaml"));
        assertThat(outcome.problems()).map(Problem::message).containsExactly("no such file");
    }

    @Test
    void aMissingPasswordFileIsAProblem() {
        Outcome outcome = check.check(Path.of("samples/collector-mail.yaml"));
        assertThat(outcome.problems())
                .map(Problem::toString)
                .containsExactly(
                        "samples/collector-mail.yaml:13:5: /etc/holdfast/mail.password:"
                                + " no such file");
    }

    @Test
    void whatIsWrongWithSecretsIsToldWithAllElse() throws IOException {
        Path open = Files.writeString(dir.resolve("open"), "geheim");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path empty = Files.writeString(dir.resolve("empty"), "\n");
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));
        String text =
                """
                collector:
                  silent-after-missed: many
                  mail:
                    from: a@example.net
                    user: u
                    password-file: OPEN
                  credentials:
                    pdus: {community-file: EMPTY}
                    bmcs: {user: u, password-file: /nowhere/at/all}
                    none: {user: u, password-env: NOT_SET_ANYWHERE}
                """
                        .replace("OPEN", open.toString())
                        .replace("EMPTY", empty.toString());
        assertThat(check.check("c.yaml", text).problems())
                .map(Problem::toString)
                .containsExactly(
                        "c.yaml:2:24: collector.silent-after-missed: expected a whole number from 2"
                                + " to 1000, found the text 'many'",
                        "c.yaml:4:5: missing key 'to' in collector.mail: expected a list of 1 to"
                                + " 100 items",
                        "c.yaml:4:5: missing key 'host' in collector.mail: expected a DNS name or"
                                + " IP address",
                        "c.yaml:6:5: "
                                + open
                                + " is open to everyone (rw-r--r--): expected mode 0640 or 0600:"
                                + " chmod 600 "
                                + open,
                        "c.yaml:8:12: " + empty + ": expected a secret of 1 to 65536 bytes",
                        "c.yaml:9:21: /nowhere/at/all: no such file",
                        "c.yaml:10:21: the environment variable NOT_SET_ANYWHERE is not set");
    }

    @Test
    void aKeyInAWrongPlaceIsToldWhereItBelongs() {
        String text =
                """
                collector:
                  agents: 0.0.0.0:7443
                  keep-free: 10%
                listen:
                  api: 0.0.0.0:7444
                community-file: /x
                """;
        assertThat(check.check("c.yaml", text).problems())
                .map(Problem::toString)
                .containsExactly(
                        "c.yaml:2:3: unknown key 'agents' in collector; it belongs under"
                                + " 'collector.limits:' or 'collector.listen:' or"
                                + " 'collector.racks.*:' or 'collector.racks.*.devices.*:'",
                        "c.yaml:3:3: unknown key 'keep-free' in collector; it belongs under"
                                + " 'collector.retention:'",
                        "c.yaml:4:1: unknown key 'listen'; it belongs under 'collector:'",
                        "c.yaml:6:1: unknown key 'community-file'; it belongs under"
                                + " 'collector.credentials.*:'");
    }

    @Test
    void withoutTheKeyAtTheTopItIsToldToo() {
        assertThat(check.check("f", "listen: {}\nprobes: {}\nlogging: {}\n").problems())
                .map(Problem::message)
                .containsExactly(
                        "expected one of the keys 'agent' and 'collector' at the top, found neither",
                        "unknown key 'listen'; it belongs under 'collector:'",
                        "unknown key 'probes'; it belongs under 'agent:'",
                        "unknown key 'logging'; it belongs under 'agent:' or 'collector:'");
    }

    @Test
    void aMissingTokenIsNone() {
        assertThat(check.check(Path.of("samples/agent-up.yaml")).problems()).isEmpty();
        assertThat(check.check(Path.of("samples/agent-container.yaml")).problems()).isEmpty();
    }

    @Test
    void aTokenThatIsOpenToEveryoneIsAProblem() throws IOException {
        Path token = Files.writeString(dir.resolve("token"), "hf1.x");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        String text = "agent:\n  collector: c:7443\n  enrolment:\n    token-file: " + token + "\n";
        assertThat(check.check("a.yaml", text).problems())
                .map(Problem::toString)
                .containsExactly(
                        "a.yaml:4:5: "
                                + token
                                + " is open to everyone (rw-r--r--): expected mode 0640 or 0600:"
                                + " chmod 600 "
                                + token);
    }

    @Test
    void aHostNameThatDoesNotServeIsSaid() {
        ConfigCheck odd = new ConfigCheck("", new SecretReader(Map.of()));
        assertThat(odd.check("a.yaml", "agent:\n  collector: c:7443\n").problems())
                .map(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("a.yaml:2:3: agent.host: expected a host as site/rack/host, because");
    }
}
