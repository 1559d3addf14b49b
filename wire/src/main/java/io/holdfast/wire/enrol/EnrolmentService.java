package io.holdfast.wire.enrol;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.proto.EnrolmentGrpc;
import io.holdfast.wire.enrol.proto.EnrolmentProto;
import io.holdfast.wire.stream.Peer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/** The collector's desk where certificates are asked for, as a service for a gRPC server. */
public final class EnrolmentService implements BindableService {

    /** Decides who gets a certificate. May block, and be called by many threads. */
    public interface Desk {

        /** A stranger asks; token, host and both proofs are still to be checked. */
        EnrolAnswer enrol(EnrolRequest request, Peer peer);

        /** Somebody with a certificate asks; whether it is still good is still to be checked. */
        EnrolAnswer renew(RenewRequest request, Peer peer);
    }

    private final Desk desk;

    public EnrolmentService(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerInterceptors.intercept(new Calls(desk), Peer.interceptor());
    }

    private static final class Calls extends EnrolmentGrpc.EnrolmentImplBase {
        private final Desk desk;

        private Calls(Desk desk) {
            this.desk = desk;
        }

        @Override
        public void enroll(
                EnrolmentProto.EnrollRequest in, StreamObserver<EnrolmentProto.EnrollReply> out) {
            HostId host;
            try {
                host = HostId.parse(in.getHost());
            } catch (IllegalArgumentException e) {
                out.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asException());
                return;
            }
            EnrolRequest request =
                    new EnrolRequest(
                            in.getTokenId(),
                            bytes(in.getTokenProof()),
                            host,
                            bytes(in.getPublicKey()),
                            bytes(in.getPossession()));
            answer(desk.enrol(request, Peer.current()), out);
        }

        @Override
        public void renew(
                EnrolmentProto.RenewRequest in, StreamObserver<EnrolmentProto.EnrollReply> out) {
            RenewRequest request =
                    new RenewRequest(bytes(in.getPublicKey()), bytes(in.getPossession()));
            answer(desk.renew(request, Peer.current()), out);
        }

        private static void answer(
                EnrolAnswer answer, StreamObserver<EnrolmentProto.EnrollReply> out) {
            switch (answer) {
                case EnrolAnswer.Issued issued -> {
                    out.onNext(reply(issued));
                    out.onCompleted();
                }
                case EnrolAnswer.Refused(String why) ->
                        out.onError(Status.UNAUTHENTICATED.withDescription(why).asException());
                case EnrolAnswer.Unreachable(String why) ->
                        out.onError(Status.UNAVAILABLE.withDescription(why).asException());
            }
        }

        private static EnrolmentProto.EnrollReply reply(EnrolAnswer.Issued issued) {
            EnrolmentProto.EnrollReply.Builder reply =
                    EnrolmentProto.EnrollReply.newBuilder()
                            .setCertificate(der(issued.chain().getFirst()))
                            .setRenewAfterSeconds(issued.renewAfter().getEpochSecond());
            issued.chain().stream().skip(1).forEach(c -> reply.addChain(der(c)));
            return reply.build();
        }

        private static ByteString der(X509Certificate certificate) {
            try {
                return ByteString.copyFrom(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was issued has a DER", e);
            }
        }

        private static Bytes bytes(ByteString in) {
            return Bytes.of(in.toByteArray());
        }
    }
}
