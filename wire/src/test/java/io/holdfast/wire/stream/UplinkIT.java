package io.holdfast.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.holdfast.core.state.Position;
import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.tls.CollectorChannel;
import io.holdfast.wire.tls.Identity;
import io.holdfast.wire.tls.ServerName;
import io.holdfast.wire.tls.TestServer;
import io.holdfast.wire.tls.TlsContext;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both ends of a stream over real mutual TLS on loopback. */
class UplinkIT {

    private static final int PATIENCE_SECONDS = 20;

    private final TestAuthority authority = new TestAuthority("authority");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
    private Server server;
    private int port;
    private Optional<ManagedChannel> channel = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        KeyPair key = TestAuthority.newKey();
        X509Certificate own = authority.server(key.getPublic(), ServerName.COLLECTOR);
        Identity identity = new Identity(key.getPrivate(), List.of(own, authority.certificate()));
        server =
                TestServer.builder(
                                identity,
                                TlsContext.trust(List.of(authority.certificate()))[0],
                                ClientAuth.OPTIONAL)
                        .addService(
                                new UplinkService(
                                        (peer, out) -> {
                                            Session session = new Session(peer, out);
                                            sessions.add(session);
                                            return session.in();
                                        }))
                        .build()
                        .start();
        port = server.getPort();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (channel.isPresent()) {
            channel.get().shutdownNow().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        server.shutdownNow();
        threads.close();
    }

    @Test
    void bothSidesHearWhatTheOtherSays() throws Exception {
        Heard<FromCollector> agent = new Heard<>();
        Outbound<FromAgent> out = open(agent, goodIdentity());
        FromAgent hello = Samples.fromAgent().getFirst();
        out.send(hello);
        Session session = next(sessions);
        assertThat(session.peer().chain().getFirst().getSubjectX500Principal().getName())
                .contains("db07");
        assertThat(next(session.heard().messages)).isEqualTo(understood(hello));
        session.out().request(1);
        out.send(Samples.fromAgent().get(1));
        assertThat(next(session.heard().messages))
                .isEqualTo(understood(Samples.fromAgent().get(1)));
        FromCollector ack = new FromCollector.Ack(new Position(7, 10));
        session.out().send(ack);
        assertThat(next(agent.messages)).isEqualTo(understood(ack));
        out.end();
        assertThat(next(session.heard().ends).cause()).isEqualTo(Ended.Cause.CLOSED);
        assertThat(next(agent.ends).cause()).isEqualTo(Ended.Cause.CLOSED);
    }

    @Test
    void whatIsNotAskedForIsHeldBack() throws Exception {
        Heard<FromCollector> agent = new Heard<>();
        Outbound<FromAgent> out = open(agent, goodIdentity());
        FromAgent large = Samples.fromAgent().get(1);
        out.send(large);
        Session session = next(sessions);
        next(session.heard().messages);
        int sent = 0;
        while (out.isReady() && sent < 100_000) {
            out.send(large);
            sent++;
        }
        assertThat(out.isReady()).isFalse();
        assertThat(session.heard().messages).isEmpty();
        session.out().request(sent);
        for (int i = 0; i < sent; i++) {
            next(session.heard().messages);
        }
    }

    @Test
    void aRefusalArrivesWithItsReason() throws Exception {
        Heard<FromCollector> agent = new Heard<>();
        open(agent, goodIdentity());
        next(sessions).out().end(new Ended(Ended.Cause.REFUSED_IDENTITY, "revoked"));
        assertThat(next(agent.ends)).isEqualTo(new Ended(Ended.Cause.REFUSED_IDENTITY, "revoked"));
    }

    /** A key manager shows no certificate that the server's authorities did not issue. */
    @Test
    void aStrangerIsSeenAsNobody() throws Exception {
        open(new Heard<>(), Optional.of(identity(new TestAuthority("other"))));
        assertThat(next(sessions).peer().chain()).isEmpty();
        open(new Heard<>(), Optional.empty());
        assertThat(next(sessions).peer().chain()).isEmpty();
    }

    @Test
    void aCollectorOfAnotherAuthorityIsNotTrusted() throws Exception {
        X509Certificate other = new TestAuthority("other").certificate();
        Heard<FromCollector> agent = new Heard<>();
        open(agent, goodIdentity(), other);
        assertThat(next(agent.ends).cause()).isEqualTo(Ended.Cause.UNTRUSTED_SERVER);
        assertThat(sessions).isEmpty();
    }

    @Test
    void aDeadCollectorIsUnreachable() throws Exception {
        server.shutdownNow();
        server.awaitTermination();
        Heard<FromCollector> agent = new Heard<>();
        open(agent, goodIdentity());
        assertThat(next(agent.ends).cause()).isEqualTo(Ended.Cause.UNREACHABLE);
    }

    private Outbound<FromAgent> open(Heard<FromCollector> in, Optional<Identity> identity)
            throws Exception {
        return open(in, identity, authority.certificate());
    }

    private Outbound<FromAgent> open(
            Heard<FromCollector> in, Optional<Identity> identity, X509Certificate trusted)
            throws Exception {
        channel.ifPresent(ManagedChannel::shutdownNow);
        ManagedChannel opened =
                CollectorChannel.open(
                        "127.0.0.1", port, TlsContext.of(List.of(trusted), identity), threads);
        channel = Optional.of(opened);
        return new UplinkClient(opened).open(in);
    }

    private Optional<Identity> goodIdentity() {
        return Optional.of(identity(authority));
    }

    private static Identity identity(TestAuthority issuer) {
        KeyPair key = TestAuthority.newKey();
        X509Certificate own =
                issuer.agent(
                        key.getPublic(),
                        Samples.HOST.toString(),
                        Instant.now().minusSeconds(60),
                        Duration.ofDays(1));
        return new Identity(key.getPrivate(), List.of(own, issuer.certificate()));
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    private static <T> Decoded<T> understood(T message) {
        return new Decoded.Understood<>(message, Map.of());
    }

    private record Session(Peer peer, Outbound<FromCollector> out, Heard<FromAgent> heard) {
        private Session(Peer peer, Outbound<FromCollector> out) {
            this(peer, out, new Heard<>());
        }

        private Inbound<FromAgent> in() {
            return heard;
        }
    }

    private static final class Heard<M> implements Inbound<M> {
        private final BlockingQueue<Decoded<M>> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<Ended> ends = new LinkedBlockingQueue<>();

        @Override
        public void received(Decoded<M> message) {
            messages.add(message);
        }

        @Override
        public void ready() {}

        @Override
        public void ended(Ended why) {
            ends.add(why);
        }
    }
}
