package io.holdfast.agent.daemon.uplink;

import io.grpc.ManagedChannel;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.UplinkClient;
import io.holdfast.wire.tls.CollectorChannel;
import io.holdfast.wire.tls.TlsContext;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Opens each stream on a channel of its own, over mutual TLS with the identity of the moment. */
public final class ChannelConnector implements Connector, AutoCloseable {

    private final String host;
    private final int port;
    private final Executor threads;
    private volatile Optional<Enrolled> identity = Optional.empty();
    private Optional<ManagedChannel> channel = Optional.empty();

    public ChannelConnector(String host, int port, Executor threads) {
        this.host = host;
        this.port = port;
        this.threads = threads;
    }

    /** Shows this identity from the next stream on. */
    public void identity(Enrolled enrolled) {
        identity = Optional.of(enrolled);
    }

    @Override
    public Outbound<FromAgent> open(Inbound<FromCollector> in) {
        close();
        try {
            Enrolled enrolled =
                    identity.orElseThrow(
                            () -> new GeneralSecurityException("this agent is not enrolled"));
            ManagedChannel opened =
                    CollectorChannel.open(
                            host,
                            port,
                            TlsContext.of(
                                    List.of(enrolled.authority()),
                                    Optional.of(enrolled.identity())),
                            threads);
            channel = Optional.of(opened);
            return new UplinkClient(opened).open(in);
        } catch (GeneralSecurityException e) {
            in.ended(new Ended(Ended.Cause.FAILED, "our identity does not serve: " + e));
            return new Nowhere();
        }
    }

    @Override
    public void close() {
        channel.ifPresent(ManagedChannel::shutdownNow);
        channel = Optional.empty();
    }

    /** Where there is no stream. */
    private static final class Nowhere implements Outbound<FromAgent> {
        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void send(FromAgent message) {}

        @Override
        public void request(int messages) {}

        @Override
        public void end() {}

        @Override
        public void end(Ended why) {}
    }
}
