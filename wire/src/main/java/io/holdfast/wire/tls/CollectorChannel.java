package io.holdfast.wire.tls;

import io.grpc.ManagedChannel;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Opens gRPC channels to a collector, over TLS 1.3 only. */
public final class CollectorChannel {

    /** Longer messages from a collector are refused. */
    public static final int MOST_INBOUND_BYTES = 1 << 20;

    /** A silent path is probed after this long, and given up after the next. */
    public static final long KEEPALIVE_SECONDS = 10;

    public static final long KEEPALIVE_TIMEOUT_SECONDS = 5;

    // RFC 8446, section 9.1: the first is mandatory, the others recommended.
    private static final String[] SUITES = {
        "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
    };

    private CollectorChannel() {}

    /**
     * A channel that connects when it is first used.
     *
     * @param host a name or address, an IPv6 address without brackets
     * @param tls what we trust and show
     * @param threads run the channel's work; many may block
     */
    public static ManagedChannel open(String host, int port, SSLContext tls, Executor threads) {
        return OkHttpChannelBuilder.forAddress(host, port)
                .sslSocketFactory(tls.getSocketFactory())
                .tlsConnectionSpec(new String[] {"TLSv1.3"}, SUITES)
                .overrideAuthority(ServerName.COLLECTOR)
                .maxInboundMessageSize(MOST_INBOUND_BYTES)
                .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .executor(threads)
                .transportExecutor(threads)
                .disableRetry()
                .build();
    }
}
