package io.holdfast.agent.devices.snmp.walk;

/**
 * How many instances the next GETBULK asks for.
 *
 * <p>Grows by half with each answer, as long as one more than that still fits a datagram that no
 * router cuts into fragments. {@code tooBig} halves it, a time-out, of which each costs seconds,
 * takes it to a quarter, and both put a ceiling there, because a device that cannot send a large
 * answer cannot do it the next time either. As one lost datagram is no proof of that, the ceiling
 * rises again by one after each {@value #FORGIVEN_AFTER} answers.
 */
final class Repetitions {

    /** How many answers in a row it takes to try a little more than what once failed. */
    static final int FORGIVEN_AFTER = 200;

    /** Bytes of bindings for which an Ethernet frame has room beside the headers, SNMPv3's too. */
    static final int FRAME_BYTES = 1_300;

    private final int most;
    private int ceiling;
    private int next;
    private int answers;

    Repetitions(WalkLimits limits) {
        most = limits.mostRepetitions();
        ceiling = most;
        next = limits.firstRepetitions();
    }

    int next() {
        return next;
    }

    /**
     * An answer came.
     *
     * @param bindings how many bindings it had
     * @param bytes how long they were
     */
    void grow(int bindings, int bytes) {
        answers++;
        if (answers >= FORGIVEN_AFTER) {
            answers = 0;
            ceiling = Math.min(most, ceiling + 1);
        }
        int fitting = Math.max(1, FRAME_BYTES * bindings / Math.max(1, bytes));
        next = Math.min(Math.min(ceiling, fitting), next + Math.max(1, next / 2));
    }

    /** The answer did not fit. */
    void tooBig() {
        shrinkTo(next / 2);
    }

    /** The answer did not arrive. */
    void lost() {
        shrinkTo(next / 4);
    }

    private void shrinkTo(int count) {
        answers = 0;
        next = Math.max(1, count);
        ceiling = next;
    }
}
