package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.enrol.TokenSecret;
import io.holdfast.wire.tls.Fingerprint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolling where nobody answers, and where there is an identity already. */
class EnrollCommandTest {

    /** A day before the clock of the run. */
    private static final Instant FROM = Instant.parse("2026-02-28T12:00:00Z");

    private final TestAuthority authority = new TestAuthority("authority");

    @TempDir private Path state;

    @Test
    void theNextTryAsksForTheSameKeySinceAnAnswerMayHaveBeenLost() throws IOException {
        CliRun run = enroll();
        Path kept = state.resolve("identity.next.pem");
        String first = Files.readString(kept);

        assertThat(run.err()).contains(" does not answer: ");
        enroll();
        assertThat(kept).hasContent(first);
        assertThat(state.resolve("identity.pem")).doesNotExist();
    }

    @Test
    void anEnrolledAgentIsNotEnrolledAgain() throws IOException {
        identity(Duration.ofDays(90));
        CliRun run = enroll();

        assertThat(run.code()).isEqualTo(ExitCodes.OWN_ERROR);
        assertThat(run.err())
                .isEqualTo(
                        """
                        holdfast: this machine is enrolled already, until 2026-05-29 12:00:00 Z: %s
                          to do: nothing, for its agent renews that by itself; to replace it, such as after it was revoked, add --force
                        """
                                .formatted(state.resolve("identity.pem")));
    }

    @Test
    void byForceItIsAndWhatItHadStaysUntilThen() throws IOException {
        identity(Duration.ofDays(90));
        String before = Files.readString(state.resolve("identity.pem"));
        CliRun run = enroll("--force");

        assertThat(run.err()).contains(" does not answer: ");
        assertThat(state.resolve("identity.pem")).hasContent(before);
    }

    @Test
    void anIdentityThatRanOutIsInNobodysWay() throws IOException {
        identity(Duration.ofHours(12));

        assertThat(enroll().err()).contains(" does not answer: ");
    }

    @Test
    void aDamagedIdentityIsReplacedByForceAlone() throws IOException {
        Files.writeString(state.resolve("identity.pem"), "nonsense\n");

        assertThat(enroll().err())
                .contains("expected a private key and at least 2 of its certificates")
                .contains("add --force");
        assertThat(enroll("--force").err()).contains(" does not answer: ");
    }

    private void identity(Duration life) throws IOException {
        IdentityStore store = new IdentityStore(state, new SecureRandom());
        KeyPair key = store.nextKey();
        var certificate = authority.agent(key.getPublic(), "ber1/r12/db07", FROM, life);
        store.accept(
                key,
                new EnrolAnswer.Issued(
                        List.of(certificate, authority.certificate()), FROM.plus(life)));
    }

    /** Asks at a port where nobody listens. */
    private CliRun enroll(String... more) throws IOException {
        String token =
                new EnrolmentToken(
                                "t001",
                                new TokenSecret(new byte[TokenSecret.SIZE]),
                                Fingerprint.of(authority.certificate()))
                        .reveal();
        String line =
                "enroll --host ber1/r12/db07 --token-env TOKEN --collector 127.0.0.1:%s --state %s %s"
                        .formatted(closedPort(), state, String.join(" ", more));
        return CliRun.of(Map.of("TOKEN", token), line.strip().split(" "));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
