package io.holdfast.agent.devices.linux.netlink;

import java.util.function.Consumer;

/** A source of changes of links, until it is closed. */
public interface LinkEvents extends AutoCloseable {

    /**
     * Starts to tell changes, in the order in which the kernel made them.
     *
     * @param listener called on the watch's own thread, which waits meanwhile: it hands on and
     *     returns
     * @throws IllegalStateException if it was started before
     */
    void start(Consumer<LinkChange> listener);

    /** What has been seen so far. */
    LinkCounts counts();

    /** Ends the watch; when this returns, no listener is called any more. */
    @Override
    void close();
}
