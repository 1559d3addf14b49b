package io.holdfast.wire.enrol;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.proto.EnrolmentGrpc;
import io.holdfast.wire.enrol.proto.EnrolmentProto;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.tls.CollectorChannel;
import io.holdfast.wire.tls.Fingerprint;
import io.holdfast.wire.tls.Identity;
import io.holdfast.wire.tls.TlsContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Asks a collector for certificates; every call blocks for at most a few times the time-out.
 *
 * @param host the collector's name or address
 * @param port where it listens for agents
 * @param timeout for each step
 * @param threads run the connection's work
 */
public record EnrolmentClient(String host, int port, Duration timeout, Executor threads) {

    /** How a call is made once the collector has been checked. */
    private interface Call {
        EnrolmentProto.EnrollReply make(EnrolmentGrpc.EnrolmentBlockingStub stub)
                throws GeneralSecurityException;
    }

    /** Asks for a first certificate by the right of a token. */
    public EnrolAnswer enrol(EnrolmentToken token, HostId name, KeyPair key) {
        return checked(
                token.authority(),
                server -> {
                    Fingerprint seen = Fingerprint.of(server.own());
                    Bytes info = Bytes.of(key.getPublic().getEncoded());
                    return ask(
                            server,
                            Optional.empty(),
                            key.getPublic(),
                            stub ->
                                    stub.enroll(
                                            EnrolmentProto.EnrollRequest.newBuilder()
                                                    .setTokenId(token.id())
                                                    .setTokenProof(
                                                            wire(
                                                                    Proofs.token(
                                                                            token.secret(),
                                                                            info,
                                                                            name)))
                                                    .setHost(name.toString())
                                                    .setPublicKey(wire(info))
                                                    .setPossession(
                                                            wire(
                                                                    Proofs.possession(
                                                                            key.getPrivate(),
                                                                            token.id(),
                                                                            name,
                                                                            seen)))
                                                    .build()));
                });
    }

    /** Asks for the certificate that follows {@code current}, for a new key. */
    public EnrolAnswer renew(
            Identity current, X509Certificate authority, HostId name, KeyPair next) {
        return checked(
                Fingerprint.of(authority),
                server -> {
                    Fingerprint seen = Fingerprint.of(server.own());
                    Bytes info = Bytes.of(next.getPublic().getEncoded());
                    return ask(
                            server,
                            Optional.of(current),
                            next.getPublic(),
                            stub ->
                                    stub.renew(
                                            EnrolmentProto.RenewRequest.newBuilder()
                                                    .setPublicKey(wire(info))
                                                    .setPossession(
                                                            wire(
                                                                    Proofs.possession(
                                                                            next.getPrivate(),
                                                                            name,
                                                                            seen)))
                                                    .build()));
                });
    }

    private EnrolAnswer checked(
            Fingerprint authority, Function<CollectorCertificate, EnrolAnswer> then) {
        String where = host + ":" + port;
        CollectorCertificate server;
        try {
            server = CollectorCertificate.fetch(host, port, authority, timeout);
        } catch (IOException | GeneralSecurityException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof CertificateException) {
                    return new EnrolAnswer.Refused(
                            where + " is not the collector that we trust: " + t.getMessage());
                }
            }
            return new EnrolAnswer.Unreachable(where + " does not answer: " + e.getMessage());
        }
        return then.apply(server);
    }

    private EnrolAnswer ask(
            CollectorCertificate server, Optional<Identity> identity, PublicKey key, Call call) {
        ManagedChannel channel = null;
        try {
            channel =
                    CollectorChannel.open(
                            host,
                            port,
                            TlsContext.of(List.of(server.authority()), identity),
                            threads);
            var stub =
                    EnrolmentGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return issued(call.make(stub), server.authority(), key);
        } catch (StatusRuntimeException e) {
            return answer(Ended.of(e.getStatus()));
        } catch (GeneralSecurityException e) {
            return new EnrolAnswer.Refused(
                    "the collector's answer cannot be used: " + e.getMessage());
        } finally {
            if (channel != null) {
                channel.shutdownNow();
            }
        }
    }

    private static EnrolAnswer answer(Ended ended) {
        return switch (ended.cause()) {
            case REFUSED_IDENTITY, REFUSED_PROTOCOL, NOT_UNDERSTOOD, UNTRUSTED_SERVER ->
                    new EnrolAnswer.Refused(ended.detail());
            case CLOSED, OVERLOADED, REPLACED, UNREACHABLE, CANCELLED, FAILED ->
                    new EnrolAnswer.Unreachable(ended.detail());
        };
    }

    private static EnrolAnswer issued(
            EnrolmentProto.EnrollReply reply, X509Certificate authority, PublicKey key)
            throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate(factory, reply.getCertificate()));
        for (ByteString der : reply.getChainList()) {
            chain.add(certificate(factory, der));
        }
        if (!chain.getFirst().getPublicKey().equals(key)) {
            throw new CertificateException("it is for another key than ours");
        }
        if (chain.size() < 2 || !chain.getLast().equals(authority)) {
            throw new CertificateException("it does not lead to the authority that we trust");
        }
        for (int i = 1; i < chain.size(); i++) {
            chain.get(i - 1).verify(chain.get(i).getPublicKey());
        }
        return new EnrolAnswer.Issued(chain, Instant.ofEpochSecond(reply.getRenewAfterSeconds()));
    }

    private static X509Certificate certificate(CertificateFactory factory, ByteString der)
            throws CertificateException {
        return (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(der.toByteArray()));
    }

    private static ByteString wire(Bytes bytes) {
        return ByteString.copyFrom(bytes.toArray());
    }
}
