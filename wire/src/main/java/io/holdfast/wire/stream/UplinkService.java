package io.holdfast.wire.stream;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.holdfast.wire.stream.proto.SessionProto;
import io.holdfast.wire.stream.proto.UplinkGrpc;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The collector's end of the agents' streams, as a service for a gRPC server.
 *
 * <p>When an agent has nothing more to say, the answer ends after {@link Inbound#ended} returned.
 * Whoever TLS lets in gets as far as {@link Sessions#open}: that is the place to refuse a
 * certificate, because there the refused one hears why. One that TLS itself turns away only sees
 * the connection break.
 */
public final class UplinkService implements BindableService {

    /** Receives the streams that agents open. */
    @FunctionalInterface
    public interface Sessions {

        /** A peer has opened a stream; nothing has been read of it yet. */
        Inbound<FromAgent> open(Peer peer, Outbound<FromCollector> out);
    }

    private final Sessions sessions;

    public UplinkService(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerInterceptors.intercept(new Calls(sessions), Peer.interceptor());
    }

    private static final class Calls extends UplinkGrpc.UplinkImplBase {
        private final Sessions sessions;

        private Calls(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public StreamObserver<SessionProto.AgentMessage> session(
                StreamObserver<SessionProto.CollectorMessage> replies) {
            var calls = (ServerCallStreamObserver<SessionProto.CollectorMessage>) replies;
            calls.disableAutoRequest();
            var out =
                    new CallOutbound<FromCollector, SessionProto.CollectorMessage>(
                            calls, SessionEncoder::message, calls::request);
            Inbound<FromAgent> in = sessions.open(Peer.current(), out);
            AgentCall call = new AgentCall(in, out);
            calls.setOnReadyHandler(in::ready);
            calls.setOnCancelHandler(
                    () -> call.broken(new Ended(Ended.Cause.UNREACHABLE, "the stream broke")));
            calls.request(1);
            return call;
        }
    }

    private static final class AgentCall implements StreamObserver<SessionProto.AgentMessage> {
        private final Inbound<FromAgent> in;
        private final CallOutbound<FromCollector, SessionProto.CollectorMessage> out;
        private final AtomicBoolean over = new AtomicBoolean();

        private AgentCall(
                Inbound<FromAgent> in,
                CallOutbound<FromCollector, SessionProto.CollectorMessage> out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void onNext(SessionProto.AgentMessage message) {
            in.received(new SessionDecoder().message(message));
        }

        @Override
        public void onError(Throwable t) {
            broken(Ended.of(Status.fromThrowable(t)));
        }

        @Override
        public void onCompleted() {
            if (over.compareAndSet(false, true)) {
                in.ended(new Ended(Ended.Cause.CLOSED, "the agent ended the stream"));
                out.end();
            }
        }

        private void broken(Ended why) {
            if (over.compareAndSet(false, true)) {
                out.stop();
                in.ended(why);
            }
        }
    }
}
