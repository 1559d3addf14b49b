package io.holdfast.wire.stream;

import io.grpc.stub.CallStreamObserver;
import io.grpc.stub.ClientCallStreamObserver;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Speaks through a gRPC call, one thread at a time.
 *
 * @param <M> what we say
 * @param <P> the generated message that carries it
 */
final class CallOutbound<M, P> implements Outbound<M> {

    private final CallStreamObserver<P> call;
    private final Function<M, P> encode;
    private final IntConsumer request;
    private boolean said;
    private boolean over;

    CallOutbound(CallStreamObserver<P> call, Function<M, P> encode, IntConsumer request) {
        this.call = call;
        this.encode = encode;
        this.request = request;
    }

    @Override
    public synchronized boolean isReady() {
        return !said && !over && call.isReady();
    }

    @Override
    public synchronized void send(M message) {
        if (!said && !over) {
            call.onNext(encode.apply(message));
        }
    }

    @Override
    public synchronized void request(int messages) {
        if (!over) {
            request.accept(messages);
        }
    }

    @Override
    public synchronized void end() {
        if (!said && !over) {
            said = true;
            call.onCompleted();
        }
    }

    @Override
    public synchronized void end(Ended why) {
        if (over) {
            return;
        }
        over = true;
        if (call instanceof ClientCallStreamObserver<?> client) {
            // Also where we have nothing more to say and the server does not take the hint.
            client.cancel(why.detail(), why.toStatus().asException());
        } else if (!said) {
            call.onError(why.toStatus().asException());
        }
    }

    /** The call is over already: nothing goes out any more. */
    synchronized void stop() {
        over = true;
    }
}
