package io.holdfast.collector.ingest;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.holdfast.collector.authority.CollectorTls;
import io.holdfast.collector.authority.Register;
import io.holdfast.collector.hosts.Hosts;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.hosts.Rules;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.value.HostPort;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.enrol.EnrolmentService;
import io.holdfast.wire.stream.UplinkService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** The port that agents speak to. */
public final class IngestServer implements AutoCloseable {

    /** What is read of an agent before we have room for it, in bytes. */
    static final int WINDOW_BYTES = 64 << 10;

    static final int MOST_METADATA_BYTES = 8 << 10;
    static final int MOST_CALLS_PER_CONNECTION = 8;
    static final Duration HANDSHAKE = Duration.ofSeconds(20);
    static final Duration PROBE = Duration.ofSeconds(20);
    static final Duration PROBE_ANSWER = Duration.ofSeconds(10);

    /** Agents may probe us this often. */
    static final Duration PROBED = Duration.ofSeconds(5);

    private static final Duration STOPPING = Duration.ofSeconds(2);
    private static final int IO_THREADS = 2;

    private final Server server;
    private final EventLoopGroup loops;

    private IngestServer(Server server, EventLoopGroup loops) {
        this.server = server;
        this.loops = loops;
    }

    /** What an ingest server works with. */
    public record Parts(
            Hosts hosts,
            Mailbox mailbox,
            Backlog backlog,
            Register register,
            Tally tally,
            Supplier<Rules> rules,
            EnrolmentService.Desk enrolment,
            CollectorTls tls,
            InstantSource clock,
            Ticker ticker,
            String version) {}

    /**
     * Opens the port.
     *
     * @param mostMessageBytes a longer message ends its stream
     * @param threads run the calls; many may block
     * @throws StoreException if the port cannot be opened
     */
    public static IngestServer open(
            HostPort address, int mostMessageBytes, Parts parts, Executor threads) {
        NettyMeans.set();
        EventLoopGroup loops = new NioEventLoopGroup(IO_THREADS);
        Desk desk =
                new Desk(
                        parts.hosts(),
                        parts.mailbox(),
                        parts.backlog(),
                        new Admission(parts.register()),
                        parts.tally(),
                        parts.rules(),
                        parts.clock(),
                        parts.ticker(),
                        parts.version());
        try {
            Server server =
                    NettyServerBuilder.forAddress(
                                    new InetSocketAddress(address.host(), address.port()))
                            // Not the native transport: it unpacks a library.
                            .channelType(NioServerSocketChannel.class)
                            .bossEventLoopGroup(loops)
                            .workerEventLoopGroup(loops)
                            .sslContext(tls(parts.tls()))
                            .executor(threads)
                            .maxInboundMessageSize(mostMessageBytes)
                            .maxInboundMetadataSize(MOST_METADATA_BYTES)
                            .maxConcurrentCallsPerConnection(MOST_CALLS_PER_CONNECTION)
                            .flowControlWindow(WINDOW_BYTES)
                            .handshakeTimeout(HANDSHAKE.toSeconds(), TimeUnit.SECONDS)
                            .keepAliveTime(PROBE.toSeconds(), TimeUnit.SECONDS)
                            .keepAliveTimeout(PROBE_ANSWER.toSeconds(), TimeUnit.SECONDS)
                            .permitKeepAliveTime(PROBED.toSeconds(), TimeUnit.SECONDS)
                            .permitKeepAliveWithoutCalls(true)
                            .addService(new UplinkService(new Strangers(desk)))
                            .addService(new EnrolmentService(parts.enrolment()))
                            .build()
                            .start();
            return new IngestServer(server, loops);
        } catch (IOException e) {
            var _ = loops.shutdownGracefully();
            throw new StoreException(
                    "cannot listen for agents on "
                            + address
                            + ": "
                            + e.getMessage()
                            + "; see collector.listen.agents",
                    e);
        }
    }

    /** The port that was opened. */
    public int port() {
        return server.getPort();
    }

    private static SslContext tls(CollectorTls tls) throws SSLException {
        SslContextBuilder builder =
                SslContextBuilder.forServer(tls.keys())
                        .trustManager(tls.trust())
                        .clientAuth(ClientAuth.OPTIONAL)
                        .protocols("TLSv1.3");
        return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var _ = loops.shutdownGracefully(0, STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
