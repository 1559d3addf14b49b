package io.holdfast.wire.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.holdfast.core.component.HostId;
import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.stream.Peer;
import io.holdfast.wire.tls.Fingerprint;
import io.holdfast.wire.tls.Identity;
import io.holdfast.wire.tls.ServerName;
import io.holdfast.wire.tls.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Enrolment and renewal against a real TLS server on loopback. */
class EnrolmentIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HostId HOST = new HostId("ber1", "r12", "db07");

    private final TestAuthority authority = new TestAuthority("authority");
    private final TokenSecret secret = new TokenSecret(new byte[TokenSecret.SIZE]);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyPair key = TestAuthority.newKey();
    private final List<Server> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(Server::shutdownNow);
        threads.close();
    }

    @Test
    void aTokenGivesACertificateForOurKey() throws Exception {
        EnrolAnswer answer = client(start(ServerName.COLLECTOR)).enrol(token(), HOST, key);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        EnrolAnswer.Issued.class,
                        issued -> {
                            assertThat(issued.chain().getFirst().getPublicKey())
                                    .isEqualTo(key.getPublic());
                            assertThat(issued.chain().getLast()).isEqualTo(authority.certificate());
                        });
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        byte[] guess = new byte[TokenSecret.SIZE];
        guess[0] = 1;
        var wrong = new EnrolmentToken("t001", new TokenSecret(guess), token().authority());
        assertThat(client(start(ServerName.COLLECTOR)).enrol(wrong, HOST, key))
                .isEqualTo(new EnrolAnswer.Refused("token"));
    }

    @Test
    void nothingIsSentToACollectorOfAnotherAuthority() throws Exception {
        Desk desk = new Desk();
        int port = start(ServerName.COLLECTOR, desk);
        Fingerprint other = Fingerprint.of(new TestAuthority("other").certificate());
        var elsewhere = new EnrolmentToken("t001", secret, other);
        assertThat(client(port).enrol(elsewhere, HOST, key))
                .isInstanceOfSatisfying(
                        EnrolAnswer.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .contains("is not the collector that we trust")
                                        .contains("expected the authority " + other));
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void anAgentOfTheSameAuthorityCannotPoseAsItsCollector() throws Exception {
        assertThat(client(start("db08.example.net")).enrol(token(), HOST, key))
                .isInstanceOfSatisfying(
                        EnrolAnswer.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .contains("expected the certificate of a collector"));
    }

    @Test
    void aCertificateThatRanOutAMonthAgoRenews() throws Exception {
        Desk desk = new Desk();
        int port = start(ServerName.COLLECTOR, desk);
        X509Certificate old =
                authority.agent(
                        key.getPublic(),
                        HOST.toString(),
                        Instant.now().minus(Duration.ofDays(60)),
                        Duration.ofDays(30));
        Identity current = new Identity(key.getPrivate(), List.of(old, authority.certificate()));
        KeyPair next = TestAuthority.newKey();
        EnrolAnswer answer = client(port).renew(current, authority.certificate(), HOST, next);
        assertThat(answer).isInstanceOf(EnrolAnswer.Issued.class);
        assertThat(desk.asked).containsExactly(List.of(old, authority.certificate()));
    }

    @Test
    void whereNobodyListensThereIsNoAnswer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(client(port).enrol(token(), HOST, key))
                .isInstanceOf(EnrolAnswer.Unreachable.class);
    }

    private EnrolmentClient client(int port) {
        return new EnrolmentClient("localhost", port, TIMEOUT, threads);
    }

    private EnrolmentToken token() {
        return new EnrolmentToken("t001", secret, Fingerprint.of(authority.certificate()));
    }

    private int start(String name) throws IOException, GeneralSecurityException {
        return start(name, new Desk());
    }

    private int start(String name, Desk desk) throws IOException, GeneralSecurityException {
        KeyPair serverKey = TestAuthority.newKey();
        X509Certificate own = authority.server(serverKey.getPublic(), name);
        desk.server = Fingerprint.of(own);
        Identity identity =
                new Identity(serverKey.getPrivate(), List.of(own, authority.certificate()));
        Server server =
                TestServer.builder(identity, new AnyClient(), ClientAuth.OPTIONAL)
                        .addService(new EnrolmentService(desk))
                        .build()
                        .start();
        servers.add(server);
        return server.getPort();
    }

    /** Issues to whoever proves the token, or shows any certificate. */
    private final class Desk implements EnrolmentService.Desk {
        private final List<List<X509Certificate>> asked = new ArrayList<>();
        private Fingerprint server = new Fingerprint("00".repeat(32));

        @Override
        public synchronized EnrolAnswer enrol(EnrolRequest request, Peer peer) {
            asked.add(peer.chain());
            if (!Proofs.tokenHolds(
                    secret, request.publicKey(), request.host(), request.tokenProof())) {
                return new EnrolAnswer.Refused("token");
            }
            return Proofs.possessionHolds(request, server)
                    ? issue(request.publicKey())
                    : new EnrolAnswer.Refused("possession");
        }

        @Override
        public synchronized EnrolAnswer renew(RenewRequest request, Peer peer) {
            asked.add(peer.chain());
            return Proofs.possessionHolds(request, HOST, server)
                    ? issue(request.publicKey())
                    : new EnrolAnswer.Refused("possession");
        }

        private EnrolAnswer issue(Bytes publicKey) {
            Instant now = Instant.now();
            X509Certificate certificate =
                    authority.agent(
                            Proofs.publicKey(publicKey).orElseThrow(),
                            HOST.toString(),
                            now,
                            Duration.ofDays(30));
            return new EnrolAnswer.Issued(
                    List.of(certificate, authority.certificate()), now.plus(Duration.ofDays(20)));
        }
    }

    /** Leaves the judgement on a client's certificate to the desk, as a collector does. */
    private final class AnyClient implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {authority.certificate()};
        }
    }
}
