package io.holdfast.wire.stream;

/**
 * Takes what the other end of a stream says.
 *
 * <p>Called by one thread at a time, in order. The first message comes unasked; each further one
 * must have been asked for by {@link Outbound#request}.
 *
 * @param <M> what the other end says
 */
public interface Inbound<M> {

    /** The other end said this. */
    void received(Decoded<M> message);

    /** There is room again for what we have to say: {@link Outbound#isReady()} has become true. */
    void ready();

    /** The stream is over; called once, and nothing follows. */
    void ended(Ended why);
}
