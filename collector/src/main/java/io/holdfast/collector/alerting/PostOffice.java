package io.holdfast.collector.alerting;

import java.io.IOException;
import java.util.List;

/** Whoever carries mail. */
@FunctionalInterface
public interface PostOffice {

    /**
     * Opens a connection.
     *
     * @throws IOException if none can be had; its message says why and what to do
     */
    Counter open() throws IOException;

    /** An open connection, for one thread. */
    interface Counter extends AutoCloseable {

        /** Hands a mail over. */
        Receipt hand(Mail mail);

        @Override
        void close();
    }

    /** What became of a mail that was handed over. */
    sealed interface Receipt {

        /**
         * The server took it and answers for it from now on (RFC 5321, section 4.2.5).
         *
         * @param answer what the server said
         * @param refused the recipients that it did not take
         */
        record Taken(String answer, List<String> refused) implements Receipt {}

        /** The server did not take this mail. */
        record Rejected(String reason) implements Receipt {}

        /** The connection broke; whether the server took the mail is not known. */
        record Broken(String reason) implements Receipt {}
    }
}
