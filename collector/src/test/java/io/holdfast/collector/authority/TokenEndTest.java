package io.holdfast.collector.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.HostId;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.enrol.Bytes;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolRequest;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.Proofs;
import io.holdfast.wire.enrol.TokenSecret;
import io.holdfast.wire.stream.Peer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of tokens that do not serve, and to whom; with time that goes by hand. */
final class TokenEndTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final KeyPair KEY = Enlisted.newKey();
    private static final KeyPair OTHER_KEY = Enlisted.newKey();

    @TempDir Path directory;

    private final ManualTime time = ManualTime.start();
    private final SecureRandom random = new SecureRandom();
    private Store store;
    private Authority authority;
    private ServerIdentity server;
    private TokenDesk tokens;
    private EnrolmentDesk desk;

    @BeforeEach
    void open() {
        store =
                Store.open(
                        directory.resolve("holdfast.db"),
                        time,
                        length -> Thread.onSpinWait(),
                        Thread.ofPlatform().daemon().factory());
        Path home = directory.resolve("authority");
        authority = Authority.open(home, random, time.instant());
        server = ServerIdentity.open(authority, home, List.of("::1"), random, time.instant());
        tokens = new TokenDesk(store, authority, random, time);
        desk =
                new EnrolmentDesk(
                        store,
                        authority,
                        server,
                        tokens,
                        new Register(store),
                        random,
                        time,
                        event -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoHasATokenIsToldWhyItDoesNotServe() throws Exception {
        EnrolmentToken spent = token();
        enrol(spent, OTHER_KEY);
        assertThat(why(spent)).startsWith("this token is used up; ");

        EnrolmentToken elsewhere = token("ber2/*/*");
        assertThat(why(elsewhere))
                .startsWith(
                        "this token is for hosts that fit ber2/*/*,"
                                + " and this one is named ber1/r1/db1; ");

        EnrolmentToken late = token();
        Instant end = time.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        time.advance(Duration.ofHours(2));
        assertThat(why(late)).startsWith("this token ran out at " + end + "; ");
        assertThat(tokens.list()).isEmpty();
    }

    @Test
    void whoHasTheNameOfATokenAloneIsToldNothingOfIt() throws Exception {
        EnrolmentToken open = token();
        EnrolmentToken spent = token();
        enrol(spent, OTHER_KEY);
        String unknown = why(new EnrolmentToken("nobodys1", guess(), authority.fingerprint()));

        assertThat(unknown).startsWith("this token is unknown here");
        for (EnrolmentToken token : List.of(open, spent)) {
            assertThat(why(new EnrolmentToken(token.id(), guess(), authority.fingerprint())))
                    .isEqualTo(unknown);
        }
    }

    @Test
    void anAgentThatNeverGotItsAnswerGetsAnotherForTheSameKey() throws Exception {
        EnrolmentToken once = token();
        assertThat(enrol(once, KEY)).isInstanceOf(EnrolAnswer.Issued.class);
        assertThat(enrol(once, KEY)).isInstanceOf(EnrolAnswer.Issued.class);
        assertThat(enrol(once, OTHER_KEY)).isInstanceOf(EnrolAnswer.Refused.class);

        EnrolmentToken twice =
                EnrolmentToken.parse(tokens.create("*", 2, Duration.ofHours(1), "ada").text());
        enrol(twice, KEY);
        enrol(twice, KEY);
        assertThat(tokens.list()).singleElement().matches(left -> left.usesLeft() == 1);
    }

    @Test
    void aKeyThatWasRevokedNeedsAnotherUse() throws Exception {
        EnrolmentToken once = token();
        enrol(once);
        new Register(store).revokeAgent(HOST, "ada", "lost", time.instant());
        assertThat(why(once)).startsWith("this token is used up; ");
    }

    @Test
    void aTokenIsRememberedForAWhileAfterItsEndAndTakesNoPlace() throws Exception {
        EnrolmentToken late = token();
        time.advance(TokenDesk.REMEMBERED);
        for (int i = 0; i < TokenDesk.MOST; i++) {
            token();
        }
        assertThat(why(late)).startsWith("this token ran out");
        assertThatThrownBy(this::token).hasMessageContaining("delete some first");

        time.advance(Duration.ofHours(2));
        token();
        assertThat(why(late)).startsWith("this token is unknown here");
    }

    @Test
    void ofTheTokensThatEndedTheOldestIsForgottenFirst() throws Exception {
        EnrolmentToken first = token();
        time.advance(Duration.ofHours(2));
        EnrolmentToken second = token();
        for (int i = 1; i < TokenDesk.MOST; i++) {
            token();
        }
        time.advance(Duration.ofHours(2));
        token();
        assertThat(why(first)).startsWith("this token is unknown here");
        assertThat(why(second)).startsWith("this token ran out");
    }

    @Test
    void aLifetimeIsToldAsSettingsWriteIt() {
        assertThatThrownBy(() -> tokens.create("*", 1, Duration.ZERO, "ada"))
                .hasMessage("expected a lifetime of more than 0s and at most 365d, found 0s");
    }

    private EnrolmentToken token() {
        return token("ber1/*/*");
    }

    private EnrolmentToken token(String hosts) {
        return EnrolmentToken.parse(tokens.create(hosts, 1, Duration.ofHours(1), "ada").text());
    }

    private static TokenSecret guess() {
        return new TokenSecret(new byte[TokenSecret.SIZE]);
    }

    private String why(EnrolmentToken token) throws GeneralSecurityException {
        return ((EnrolAnswer.Refused) enrol(token)).why();
    }

    private EnrolAnswer enrol(EnrolmentToken token) throws GeneralSecurityException {
        return enrol(token, KEY);
    }

    private EnrolAnswer enrol(EnrolmentToken token, KeyPair key) throws GeneralSecurityException {
        Bytes info = Bytes.of(key.getPublic().getEncoded());
        EnrolRequest request =
                new EnrolRequest(
                        token.id(),
                        Proofs.token(token.secret(), info, HOST),
                        HOST,
                        info,
                        Proofs.possession(
                                key.getPrivate(),
                                token.id(),
                                HOST,
                                server.fingerprints().getFirst()));
        return desk.enrol(request, new Peer(List.of(), Optional.empty()));
    }
}
