package io.holdfast.agent.daemon.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.enrol.TokenSecret;
import io.holdfast.wire.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityKeeperTest {

    private static final Duration LIFE = Duration.ofDays(90);

    private final ManualTime time = ManualTime.start();
    private final TestAuthority authority = new TestAuthority("authority");
    private final List<Enrolled> used = new ArrayList<>();
    private final FakeDesk desk = new FakeDesk();

    @TempDir private Path directory;
    private TokenSource.Found token = new TokenSource.Found.Nothing("no token");
    private IdentityKeeper keeper;

    @BeforeEach
    void start() {
        keeper =
                new IdentityKeeper(
                        new IdentityStore(directory, new SecureRandom()),
                        desk,
                        () -> token,
                        time,
                        used::add);
    }

    @Test
    void withoutATokenItWaitsAndTakesOneThatComes() throws IOException {
        assertThat(keeper.step()).isEqualTo(IdentityKeeper.SHORTEST_WAIT);
        assertThat(desk.asked).isEmpty();
        bringToken();
        assertThat(keeper.step()).isEqualTo(IdentityKeeper.CHECK);
        assertThat(desk.asked).containsExactly("enrol");
        assertThat(used).hasSize(1);
    }

    @Test
    void aTokenThatIsNotThereYetIsNoWarningUntilItIsLongInComing() throws IOException {
        token = new TokenSource.Found.NotYet("/t: no such file");
        Duration waited = Duration.ZERO;
        while (waited.compareTo(Duration.ofSeconds(30)) < 0) {
            waited = waited.plus(keeper.step());
            assertThat(keeper.warning()).isEmpty();
        }
        keeper.step();
        assertThat(keeper.warning()).isEqualTo("this agent is not enrolled: /t: no such file");
        bringToken();
        keeper.step();
        assertThat(keeper.warning()).isEmpty();
    }

    @Test
    void aTokenThatNobodyNamesIsAWarningAtOnce() throws IOException {
        keeper.step();
        assertThat(keeper.warning()).isEqualTo("this agent is not enrolled: no token");
    }

    @Test
    void whetherATokenIsStillToComeIsSeenFromItsFile() throws IOException {
        var at = new Position("agent.yaml", 4, 5);
        var secrets = new SecretReader(Map.of());
        Path file = directory.resolve("token");
        var source = new TokenSource(secrets, Optional.of(new SecretSource.FromFile(at, file)));
        assertThat(source.read()).isInstanceOf(TokenSource.Found.NotYet.class);
        Files.writeString(file, "nonsense");
        assertThat(source.read()).isInstanceOf(TokenSource.Found.Nothing.class);
        assertThat(new TokenSource(secrets, Optional.empty()).read())
                .isInstanceOf(TokenSource.Found.Nothing.class);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainWithTheSameKey() throws IOException {
        bringToken();
        desk.answers = false;
        keeper.step();
        desk.answers = true;
        start();
        keeper.step();
        assertThat(desk.asked).containsExactly("enrol", "enrol");
        assertThat(desk.keys.get(0)).isEqualTo(desk.keys.get(1));
    }

    @Test
    void whoIsEnrolledNeedsNoToken() throws IOException {
        bringToken();
        keeper.step();
        token = new TokenSource.Found.Nothing("deleted");
        start();
        keeper.step();
        assertThat(used).hasSize(2);
        assertThat(used.get(0)).isEqualTo(used.get(1));
        assertThat(desk.asked).containsExactly("enrol");
    }

    @Test
    void afterTwoThirdsOfItsLifeACertificateIsRenewedForANewKey() throws IOException {
        bringToken();
        keeper.step();
        time.advance(Duration.ofDays(59));
        keeper.step();
        assertThat(desk.asked).containsExactly("enrol");
        time.advance(Duration.ofDays(1));
        keeper.step();
        assertThat(desk.asked).containsExactly("enrol", "renew");
        assertThat(desk.keys.get(1)).isNotEqualTo(desk.keys.get(0));
        assertThat(used).hasSize(2);
    }

    @Test
    void aMonthWithoutACollectorDoesNoHarm() throws IOException {
        bringToken();
        keeper.step();
        desk.answers = false;
        for (int day = 0; day < 120; day++) {
            time.advance(Duration.ofDays(1));
            keeper.step();
        }
        desk.answers = true;
        token = new TokenSource.Found.Nothing("deleted");
        keeper.step();
        assertThat(desk.asked.getLast()).isEqualTo("renew");
        assertThat(used).hasSize(2);
        assertThat(keeper.step()).isEqualTo(IdentityKeeper.CHECK);
    }

    @Test
    void afterTheGraceATokenIsNeededAgain() throws IOException {
        bringToken();
        keeper.step();
        time.advance(LIFE.plus(Enrolled.GRACE).plusDays(1));
        keeper.step();
        assertThat(desk.asked).containsExactly("enrol", "enrol");
    }

    @Test
    void aRefusalIsNotAskedForInHaste() throws IOException {
        bringToken();
        desk.refuses = true;
        assertThat(keeper.step()).isEqualTo(IdentityKeeper.REFUSED_WAIT);
        assertThat(used).isEmpty();
    }

    private void bringToken() {
        token =
                new TokenSource.Found.Token(
                        new EnrolmentToken(
                                "t001",
                                new TokenSecret(new byte[TokenSecret.SIZE]),
                                Fingerprint.of(authority.certificate())));
    }

    private final class FakeDesk implements Desk {
        private final List<String> asked = new ArrayList<>();
        private final List<PublicKey> keys = new ArrayList<>();
        private boolean answers = true;
        private boolean refuses;

        @Override
        public EnrolAnswer enrol(EnrolmentToken right, KeyPair key) {
            return answer("enrol", key);
        }

        @Override
        public EnrolAnswer renew(Enrolled current, KeyPair next) {
            return answer("renew", next);
        }

        private EnrolAnswer answer(String what, KeyPair key) {
            asked.add(what);
            keys.add(key.getPublic());
            if (refuses) {
                return new EnrolAnswer.Refused("revoked");
            }
            if (!answers) {
                return new EnrolAnswer.Unreachable("down");
            }
            var certificate =
                    authority.agent(key.getPublic(), "ber1/r12/db07", time.instant(), LIFE);
            return new EnrolAnswer.Issued(
                    List.of(certificate, authority.certificate()), time.instant().plus(LIFE));
        }
    }
}
