package io.holdfast.collector.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Role;
import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.collector.view.Revocation;
import io.holdfast.core.component.HostId;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.enrol.Bytes;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolRequest;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.Proofs;
import io.holdfast.wire.enrol.RenewRequest;
import io.holdfast.wire.stream.Peer;
import io.holdfast.wire.tls.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates over months, with time that goes by hand; no TLS and no network. */
final class AuthorityTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1");
    private static final String TLS = "ECDSA";

    @TempDir Path directory;

    private final ManualTime time = ManualTime.start();
    private final SecureRandom random = new SecureRandom();
    private Store store;
    private Authority authority;
    private ServerIdentity server;
    private Register register;
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
        authority = Authority.open(directory.resolve("authority"), random, time.instant());
        server = server(NAMES);
        register = new Register(store);
        tokens = new TokenDesk(store, authority, random, time);
        desk =
                new EnrolmentDesk(
                        store, authority, server, tokens, register, random, time, event -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theKeyIsItsOwnersAloneAndStaysTheSame() throws Exception {
        Path file = directory.resolve("authority/authority.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Authority again = Authority.open(directory.resolve("authority"), random, time.instant());
        assertThat(again.fingerprint()).isEqualTo(authority.fingerprint());
    }

    @Test
    void aDamagedAuthorityIsNamedAndLeftAsItIs() throws Exception {
        Path file = directory.resolve("authority/authority.pem");
        String whole = Files.readString(file);
        Path other = directory.resolve("other/authority.pem");
        Authority.open(directory.resolve("other"), random, time.instant());
        String certificate = "-----BEGIN CERTIFICATE-----";
        int begin = whole.indexOf(certificate);
        String others = Files.readString(other);
        for (String damaged :
                List.of(
                        "",
                        "\u00e4",
                        whole.substring(0, 40),
                        whole.substring(0, begin),
                        whole.substring(begin),
                        whole.substring(0, whole.length() - 40),
                        whole.replace(certificate + "\n", certificate + "\nAAAA"),
                        whole.substring(0, begin)
                                + others.substring(others.indexOf(certificate)))) {
            Files.writeString(file, damaged);

            assertThatThrownBy(
                            () ->
                                    Authority.open(
                                            directory.resolve("authority"), random, time.instant()))
                    .as(damaged)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith(
                            "the authority of this collector is damaged or cannot be read: " + file)
                    .hasMessageContaining("holdfast collector restore BACKUP");
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
    }

    @Test
    void anAuthorityThatIsGoneIsMissedOnceItHasIssuedSomething() throws Exception {
        Path file = directory.resolve("gone.pem");
        register.requireAuthority(file);
        enrolled();

        assertThatThrownBy(() -> register.requireAuthority(file))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("expected the authority of the certificates in ")
                .hasMessageContaining("found no " + file)
                .hasMessageContaining("holdfast collector restore BACKUP");
        register.requireAuthority(directory.resolve("authority/authority.pem"));
    }

    @Test
    void aDamagedCertificateOfTheServerIsIssuedAnew() throws Exception {
        Fingerprint first = server.fingerprints().getFirst();
        Path file = directory.resolve("authority/server/identity.pem");
        Files.writeString(file, Files.readString(file).substring(0, 300));

        Fingerprint second = server(NAMES).fingerprints().getFirst();

        assertThat(second).isNotEqualTo(first);
        assertThat(server(NAMES).fingerprints()).containsExactly(second);
    }

    @Test
    void theServersCertificateIsKeptUntilItsNamesChangeOrItsEndIsNear() {
        Fingerprint first = server.fingerprints().getFirst();
        assertThat(server(NAMES).fingerprints()).containsExactly(first);

        server.renewIfDue(List.of("localhost"), time.instant());
        Fingerprint second = server.fingerprints().getFirst();
        assertThat(second).isNotEqualTo(first);
        assertThat(server.fingerprints()).containsExactly(second, first);

        time.advance(Issuing.SERVER_LIFE.minus(Duration.ofDays(30)));
        server.renewIfDue(List.of("localhost"), time.instant());
        assertThat(server.fingerprints().getFirst()).isNotEqualTo(second);
    }

    @Test
    void anAgentRenewsAMonthAfterTheEndOfItsCertificateButNotAfterThree() throws Exception {
        X509Certificate old = enrolled();
        ClientTrust trust = new ClientTrust(authority.certificate(), time);

        time.advance(Issuing.AGENT_LIFE.plusDays(30));
        assertThatCode(() -> trust.checkClientTrusted(chain(old), TLS)).doesNotThrowAnyException();
        EnrolAnswer answer = renew(old);
        assertThat(answer).isInstanceOf(EnrolAnswer.Issued.class);

        time.advance(Duration.ofDays(60));
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(old), TLS))
                .isInstanceOf(CertificateException.class);
        assertThat(renew(old)).isInstanceOf(EnrolAnswer.Refused.class);
    }

    @Test
    void aCertificateIsToBeRenewedAfterTwoThirdsOfItsLife() throws Exception {
        EnrolAnswer.Issued issued = (EnrolAnswer.Issued) enrol(token(), Enlist.KEY);
        assertThat(issued.renewAfter()).isEqualTo(time.instant().plus(Duration.ofDays(60)));
    }

    @Test
    void aRevokedAgentDoesNotRenew() throws Exception {
        X509Certificate old = enrolled();
        assertThat(register.revokeAgent(HOST, "ada", "stolen", time.instant())).isEqualTo(1);

        assertThat(register.isRevoked(old)).isTrue();
        assertThat(new Register(store).isRevoked(old)).isTrue();
        assertThat(renew(old)).isInstanceOf(EnrolAnswer.Refused.class);
    }

    @Test
    void anAgentIsRevokedUntilItIsEnrolledAgain() throws Exception {
        enrolled();
        assertThat(register.revokedAgents()).isEmpty();
        register.revokeAgent(HOST, "ada", "stolen", time.instant());
        assertThat(register.revokedAgents())
                .containsExactly(Map.entry(HOST, new Revocation("ada", time.instant())));

        enrolled();
        assertThat(register.revokedAgents()).isEmpty();
    }

    @Test
    void aRetiredHostIsNoneUntilItIsEnrolledAgain() throws Exception {
        enrolled();
        assertThat(register.isRetired(HOST)).isFalse();
        register.revokeAgent(HOST, "ada", "sold", time.instant());
        assertThat(register.isRetired(HOST)).isFalse();
        store.write(sql -> sql.update("INSERT OR IGNORE INTO host (name) VALUES (?)", "" + HOST));
        store.write(sql -> sql.update("INSERT INTO retired SELECT id, 0 FROM host"));
        assertThat(register.isRetired(HOST)).isTrue();

        enrolled();
        assertThat(register.isRetired(HOST)).isFalse();
    }

    @Test
    void aProofForAnotherServerIsOfNoUse() throws Exception {
        EnrolmentToken token = token();
        EnrolRequest request = request(token, Enlist.KEY, authority.fingerprint());
        assertThat(desk.enrol(request, nobody())).isInstanceOf(EnrolAnswer.Refused.class);
        assertThat(tokens.list()).hasSize(1);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTrusted() throws Exception {
        Authority other = Authority.open(directory.resolve("other"), random, time.instant());
        X509Certificate forged =
                Issuing.client(
                        other,
                        Enlist.KEY.getPublic(),
                        new Holder.Agent(HOST),
                        Issuing.AGENT_LIFE,
                        random,
                        time.instant());
        ClientTrust trust = new ClientTrust(authority.certificate(), time);
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(forged), TLS))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void theServersOwnCertificateIsNoClients() {
        ClientTrust trust = new ClientTrust(authority.certificate(), time);
        X509Certificate own = server.current().certificate();
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(own), TLS))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("for clients");
    }

    @Test
    void peopleAreKnownByNameAndRoleAndAgentsAreNoPeople() throws Exception {
        PeopleDesk people = new PeopleDesk(store, authority, register, random, time);
        X509Certificate ada =
                people.issue("Ada L.", Role.OPERATOR, Enlist.KEY.getPublic(), "root").getFirst();

        assertThat(people.callerOf(ada))
                .isEqualTo(new Identities.Caller.Person("Ada L.", Role.OPERATOR));
        assertThat(people.callerOf(enrolled())).isInstanceOf(Identities.Caller.Refused.class);

        X509Certificate eve =
                people.issue("Eve", Role.APPROVER, Enlist.KEY.getPublic(), "root").getFirst();
        assertThat(people.revoke("Eve", "ada", "left")).isEqualTo(1);
        assertThat(people.revoke("Eve", "ada", "left")).isZero();
        assertThat(people.callerOf(eve))
                .isEqualTo(new Identities.Caller.Refused("this certificate was revoked"));
        assertThat(people.callerOf(ada)).isInstanceOf(Identities.Caller.Person.class);
        time.advance(Duration.ofDays(366));
        assertThat(people.callerOf(ada)).isInstanceOf(Identities.Caller.Refused.class);
    }

    @Test
    void aTokensSecretDoesNotPrint() {
        var created = tokens.create("*", 1, Duration.ofHours(1), "ada");
        String secret = created.text().split("\\.")[2];
        assertThat(created.toString()).doesNotContain(secret);
        assertThat(tokens.list().toString()).doesNotContain(secret);
    }

    /** One key is enough for tests. */
    private static final class Enlist {
        private static final KeyPair KEY = Enlisted.newKey();
    }

    private ServerIdentity server(List<String> names) {
        return ServerIdentity.open(
                authority, directory.resolve("authority"), names, random, time.instant());
    }

    private EnrolmentToken token() {
        return EnrolmentToken.parse(
                tokens.create("ber1/*/*", 1, Duration.ofHours(1), "ada").text());
    }

    private X509Certificate enrolled() throws GeneralSecurityException {
        return ((EnrolAnswer.Issued) enrol(token(), Enlist.KEY)).chain().getFirst();
    }

    private EnrolAnswer enrol(EnrolmentToken token, KeyPair key) throws GeneralSecurityException {
        return desk.enrol(request(token, key, server.fingerprints().getFirst()), nobody());
    }

    private static EnrolRequest request(EnrolmentToken token, KeyPair key, Fingerprint seen)
            throws GeneralSecurityException {
        Bytes info = Bytes.of(key.getPublic().getEncoded());
        return new EnrolRequest(
                token.id(),
                Proofs.token(token.secret(), info, HOST),
                HOST,
                info,
                Proofs.possession(key.getPrivate(), token.id(), HOST, seen));
    }

    private EnrolAnswer renew(X509Certificate old) throws GeneralSecurityException {
        KeyPair key = Enlist.KEY;
        RenewRequest request =
                new RenewRequest(
                        Bytes.of(key.getPublic().getEncoded()),
                        Proofs.possession(
                                key.getPrivate(), HOST, server.fingerprints().getFirst()));
        return desk.renew(request, new Peer(List.of(old), Optional.empty()));
    }

    private static Peer nobody() {
        return new Peer(List.of(), Optional.empty());
    }

    private static X509Certificate[] chain(X509Certificate certificate) {
        return new X509Certificate[] {certificate};
    }
}
