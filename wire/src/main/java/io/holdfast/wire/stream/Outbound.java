package io.holdfast.wire.stream;

/**
 * The end of a stream through which we speak.
 *
 * <p>May be used by several threads. After the end of the stream nothing that is said goes
 * anywhere, and nothing throws.
 *
 * @param <M> what we say
 */
public interface Outbound<M> {

    /** Whether there is room: a message sent while not ready is buffered without limit. */
    boolean isReady();

    /** Says this. */
    void send(M message);

    /** Asks for this many more messages of the other end. */
    void request(int messages);

    /** Says that nothing more will be said. */
    void end();

    /** Ends the stream at once, telling the other end why. */
    void end(Ended why);
}
