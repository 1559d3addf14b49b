package io.holdfast.agent.devices.snmp.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.PrivProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.Security;
import io.holdfast.agent.devices.snmp.peer.Snmpd;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to log in, right and wrong, at Net-SNMP's agent. */
final class SnmpdUsersIT {

    private static final Question NAME = new Question.Get(List.of(Oid.parse("1.3.6.1.2.1.1.5.0")));

    /** For what is never answered. */
    private static final Duration SHORT = Duration.ofMillis(600);

    @TempDir static Path folder;

    private static Snmpd snmpd;
    private static SnmpSession session;

    @BeforeAll
    static void start() throws Exception {
        snmpd = Snmpd.start(folder, "");
        session = TestSession.open();
        TestSession.answering(session, snmpd.target(), TestSession.community("public"));
    }

    @AfterAll
    static void stop() {
        session.close();
        snmpd.close();
    }

    static Stream<Login> logins() {
        return Stream.of(
                new Login.Community(Login.Version.V1, Secret.of("public")),
                TestSession.community("public"),
                user("monsha256", priv(AuthProtocol.SHA_256, PrivProtocol.AES_128)),
                user("monsha512", priv(AuthProtocol.SHA_512, PrivProtocol.AES_128)),
                user("monsha1", priv(AuthProtocol.SHA_1, PrivProtocol.AES_128)),
                user("monmd5", priv(AuthProtocol.MD5, PrivProtocol.DES)),
                user(
                        "authonly",
                        new Security.AuthNoPriv(AuthProtocol.SHA_256, Secret.of(Snmpd.AUTH))),
                user("nobody", new Security.NoAuthNoPriv()));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void aRightLoginIsAnswered(Login login) throws Exception {
        Line line = session.line(snmpd.target(), login);
        // Twice: discovering the engine and using what is known of it are two ways.
        assertThat(line.ask(NAME, TestSession.PLENTY)).isEqualTo(name());
        assertThat(line.ask(NAME, TestSession.PLENTY)).isEqualTo(name());
        assertThat(session.underWay()).isZero();
    }

    private static Reply name() {
        Value value = new Value.Octets("peer-snmpd".getBytes(StandardCharsets.UTF_8));
        return new Reply.Answer(List.of(new Binding(Oid.parse("1.3.6.1.2.1.1.5.0"), value)));
    }

    @Test
    void aWrongAuthenticationKeyIsSaidAtOnce() throws Exception {
        assertTrouble(
                withWrongKey(),
                TestSession.PLENTY,
                Trouble.Kind.WRONG_AUTHENTICATION,
                "wrongDigest");
    }

    private static Login withWrongKey() {
        return user(
                "monsha256",
                new Security.AuthPriv(
                        AuthProtocol.SHA_256,
                        Secret.of("another-passphrase"),
                        PrivProtocol.AES_128,
                        Secret.of(Snmpd.PRIV)));
    }

    @Test
    void aWrongAuthenticationProtocolIsSaidAtOnce() throws Exception {
        assertTrouble(
                user("monsha256", priv(AuthProtocol.SHA_1, PrivProtocol.AES_128)),
                TestSession.PLENTY,
                Trouble.Kind.WRONG_AUTHENTICATION,
                "protocol is another");
    }

    @Test
    void aWrongPrivacyKeyIsToldFromSilence() throws Exception {
        Security wrong =
                new Security.AuthPriv(
                        AuthProtocol.SHA_256,
                        Secret.of(Snmpd.AUTH),
                        PrivProtocol.AES_128,
                        Secret.of("another-passphrase"));
        assertTrouble(
                user("monsha256", wrong), SHORT, Trouble.Kind.WRONG_PRIVACY, "cannot decrypt");
    }

    @Test
    void anUnknownUserIsSaidAtOnce() throws Exception {
        assertTrouble(
                user("stranger", priv(AuthProtocol.SHA_256, PrivProtocol.AES_128)),
                TestSession.PLENTY,
                Trouble.Kind.UNKNOWN_USER,
                "does not know user 'stranger'");
    }

    @Test
    void aLevelThatTheUserDoesNotHaveIsSaidAtOnce() throws Exception {
        assertTrouble(
                user("authonly", priv(AuthProtocol.SHA_256, PrivProtocol.AES_128)),
                TestSession.PLENTY,
                Trouble.Kind.LEVEL_NOT_SUPPORTED,
                "authPriv");
    }

    @Test
    void aWrongCommunityIsSilence() throws Exception {
        assertTrouble(
                TestSession.community("wrong"), SHORT, Trouble.Kind.TIMED_OUT, "no answer within");
    }

    @Test
    void whatTheUserMayNotDoIsRefused() throws Exception {
        Login login = user("monsha256", priv(AuthProtocol.SHA_256, PrivProtocol.AES_128));
        Value value = new Value.Octets("other".getBytes(StandardCharsets.UTF_8));
        Question set =
                new Question.Set(List.of(new Binding(Oid.parse("1.3.6.1.2.1.1.5.0"), value)));
        Reply reply = session.line(snmpd.target(), login).ask(set, TestSession.PLENTY);
        assertThat(reply).isInstanceOf(Reply.Rejected.class);
    }

    @Test
    void twoUsersOfOneNameDoNotDisturbEachOther() throws Exception {
        Login right = user("monsha256", priv(AuthProtocol.SHA_256, PrivProtocol.AES_128));
        for (int round = 0; round < 3; round++) {
            assertThat(session.line(snmpd.target(), right).ask(NAME, TestSession.PLENTY))
                    .isEqualTo(name());
            assertTrouble(
                    withWrongKey(),
                    TestSession.PLENTY,
                    Trouble.Kind.WRONG_AUTHENTICATION,
                    "wrongDigest");
        }
    }

    private static void assertTrouble(
            Login login, Duration timeout, Trouble.Kind kind, String words) throws Exception {
        Reply reply = session.line(snmpd.target(), login).ask(NAME, timeout);
        assertThat(reply).isInstanceOf(Reply.Unanswered.class);
        Trouble trouble = ((Reply.Unanswered) reply).trouble();
        assertThat(trouble.kind()).as(trouble.detail()).isEqualTo(kind);
        assertThat(trouble.detail()).contains(words);
        assertThat(trouble.authentication()).isEqualTo(kind != Trouble.Kind.TIMED_OUT);
        assertThat(session.underWay()).isZero();
    }

    private static Login user(String name, Security security) {
        return new Login.User(name, security, "");
    }

    private static Security priv(AuthProtocol protocol, PrivProtocol privacy) {
        return new Security.AuthPriv(
                protocol, Secret.of(Snmpd.AUTH), privacy, Secret.of(Snmpd.PRIV));
    }
}
