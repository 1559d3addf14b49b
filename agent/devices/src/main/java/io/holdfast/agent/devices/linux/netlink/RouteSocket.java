package io.holdfast.agent.devices.linux.netlink;

import java.nio.ByteBuffer;

/** A socket on which the kernel tells of links. One thread receives; any may stop it. */
interface RouteSocket extends AutoCloseable {

    /** Waits for the next datagram, or for {@link #stop}. */
    Receipt receive();

    /**
     * Asks for all links; the answer comes by {@link #receive}.
     *
     * @return 0, or the error number
     */
    int requestDump();

    /** Makes the one who waits in {@link #receive} return, now or the next time. */
    void stop();

    @Override
    void close();

    /** What came of waiting. */
    sealed interface Receipt {

        /**
         * A datagram of the kernel.
         *
         * @param bytes valid until the next call of {@link RouteSocket#receive}
         */
        record Datagram(ByteBuffer bytes) implements Receipt {}

        /** The kernel had to drop messages. */
        record Overrun() implements Receipt {}

        /** A datagram was longer than our buffer; asking again would bring the same. */
        record TooLong() implements Receipt {}

        /** Somebody stopped it. */
        record Stopped() implements Receipt {}

        /** The socket is of no use any more. */
        record Broken(String reason) implements Receipt {}
    }
}
