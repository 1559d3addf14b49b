package io.holdfast.wire.tls;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** A gRPC server on loopback that speaks TLS 1.3 only, as a collector's does. */
public final class TestServer {

    private TestServer() {}

    public static NettyServerBuilder builder(
            Identity identity, TrustManager trust, ClientAuth clients)
            throws GeneralSecurityException, SSLException {
        SslContextBuilder tls =
                SslContextBuilder.forServer(TlsContext.keys(identity)[0])
                        .trustManager(trust)
                        .clientAuth(clients)
                        .protocols("TLSv1.3");
        return NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(GrpcSslContexts.configure(tls, SslProvider.JDK).build());
    }
}
