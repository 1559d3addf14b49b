package io.holdfast.agent.devices.ipmi.rmcp;

/**
 * The numbers of the packets that came in: each is taken once, and none that is too old (IPMI 2.0,
 * 6.12.13).
 *
 * <pre>
 *   number        is taken
 *   0             no: it is for packets outside of sessions
 *   above highest yes, and the window moves up
 *   within 32     once
 *   older         no
 * </pre>
 */
final class SequenceWindow {

    static final int WIDTH = 32;

    private long highest;
    private int seen;

    /** Takes a number, or refuses it as replayed or too old. */
    boolean take(long number) {
        if (number == 0) {
            return false;
        }
        if (number > highest) {
            long ahead = number - highest;
            seen = ahead >= WIDTH ? 1 : seen << ahead | 1;
            highest = number;
            return true;
        }
        long behind = highest - number;
        if (behind >= WIDTH || (seen >>> behind & 1) == 1) {
            return false;
        }
        seen |= 1 << behind;
        return true;
    }
}
