package io.holdfast.agent.devices.snmp.exchange;

import java.time.Duration;
import java.util.Optional;

/** The line to one device: one question at a time, however many threads ask. */
public interface Line {

    /** Whether the device speaks a version that has {@link Question.Bulk}. */
    boolean knowsBulk();

    /**
     * Asks once, without trying again.
     *
     * @param timeout how long to wait for the answer
     * @return what came of it; whatever the device does is a reply, never an exception
     * @throws InterruptedException if the asking thread was interrupted; nothing is left behind
     */
    Reply ask(Question question, Duration timeout) throws InterruptedException;

    /** Says what to ask next of the device. */
    @FunctionalInterface
    interface Followup {

        /**
         * The question that follows from an answer; empty where there is none.
         *
         * <p>Runs on the thread that listens for all devices: it must not wait for anything.
         */
        Optional<Question> after(Reply.Answer answer);
    }

    /**
     * Asks, and then what follows from each answer, without trying anything again.
     *
     * @param patience how long to wait for each answer
     * @return what came of the last question; each answer, the last too, was shown to {@code
     *     followup}
     * @throws InterruptedException if the asking thread was interrupted; nothing is left behind
     */
    default Reply converse(Question first, Duration patience, Followup followup)
            throws InterruptedException {
        Question question = first;
        while (true) {
            Reply reply = ask(question, patience);
            Optional<Question> next =
                    reply instanceof Reply.Answer answer
                            ? followup.after(answer)
                            : Optional.empty();
            if (next.isEmpty()) {
                return reply;
            }
            question = next.get();
        }
    }
}
