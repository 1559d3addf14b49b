package io.holdfast.wire.stream;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.holdfast.wire.stream.proto.SessionProto;
import io.holdfast.wire.stream.proto.UplinkGrpc;

/** The agent's end of the stream to its collector. */
public final class UplinkClient {

    private final Channel channel;

    public UplinkClient(Channel channel) {
        this.channel = channel;
    }

    /**
     * Opens a stream; whether it succeeds is told to {@code in}.
     *
     * @return where to speak, starting with {@link FromAgent.Hello}
     */
    public Outbound<FromAgent> open(Inbound<FromCollector> in) {
        Replies replies = new Replies(in);
        UplinkGrpc.newStub(channel).session(replies);
        return replies.out();
    }

    private static final class Replies
            implements ClientResponseObserver<
                    SessionProto.AgentMessage, SessionProto.CollectorMessage> {
        private final Inbound<FromCollector> in;

        // Set by beforeStart, which gRPC calls before session() returns.
        @SuppressWarnings("NullAway.Init")
        private CallOutbound<FromAgent, SessionProto.AgentMessage> out;

        private Replies(Inbound<FromCollector> in) {
            this.in = in;
        }

        private Outbound<FromAgent> out() {
            return out;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<SessionProto.AgentMessage> requests) {
            requests.disableAutoRequestWithInitial(1);
            requests.setOnReadyHandler(in::ready);
            out = new CallOutbound<>(requests, SessionEncoder::message, requests::request);
        }

        @Override
        public void onNext(SessionProto.CollectorMessage message) {
            in.received(new SessionDecoder().message(message));
        }

        @Override
        public void onError(Throwable t) {
            out.stop();
            in.ended(Ended.of(Status.fromThrowable(t)));
        }

        @Override
        public void onCompleted() {
            out.end();
            in.ended(new Ended(Ended.Cause.CLOSED, "the collector ended the stream"));
        }
    }
}
