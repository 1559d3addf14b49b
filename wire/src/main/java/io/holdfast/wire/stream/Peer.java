package io.holdfast.wire.stream;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.SocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Who is at the other end of a call.
 *
 * @param chain the certificates that it showed and TLS accepted, its own first; empty where it
 *     showed none
 * @param address from where it speaks, where that is known
 */
public record Peer(List<X509Certificate> chain, Optional<SocketAddress> address) {

    private static final Context.Key<Peer> CURRENT = Context.key("holdfast-peer");

    public Peer {
        chain = List.copyOf(chain);
    }

    /** The peer of the call that this thread serves, for services behind {@link #interceptor}. */
    public static Peer current() {
        Peer peer = CURRENT.get();
        return peer == null ? new Peer(List.of(), Optional.empty()) : peer;
    }

    /** Notes the peer of every call. */
    public static ServerInterceptor interceptor() {
        return new Noting();
    }

    private static final class Noting implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Context context = Context.current().withValue(CURRENT, of(call.getAttributes()));
            return Contexts.interceptCall(context, call, headers, next);
        }
    }

    private static Peer of(Attributes attributes) {
        SSLSession tls = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        return new Peer(
                tls == null ? List.of() : chain(tls),
                Optional.ofNullable(attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)));
    }

    private static List<X509Certificate> chain(SSLSession tls) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : tls.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
        return chain;
    }
}
