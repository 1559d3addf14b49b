package io.holdfast.collector.northbound;

/** Whoever carries notifications to one receiver; for one thread. */
interface TrapOffice extends AutoCloseable {

    /** Sends a notification; waits for its acknowledgement where that is wanted. */
    Receipt hand(Notice notice);

    /** Sends the notification {@code holdfastTest}. */
    Receipt test();

    @Override
    void close();

    /** What became of it. */
    sealed interface Receipt {

        /**
         * It went out, and was acknowledged where that is wanted.
         *
         * @param answer that in a sentence
         */
        record Taken(String answer) implements Receipt {}

        /** It did not go out, or was not acknowledged. */
        record Refused(String reason) implements Receipt {}
    }
}
