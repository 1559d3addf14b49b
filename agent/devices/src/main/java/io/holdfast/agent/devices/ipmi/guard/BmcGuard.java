package io.holdfast.agent.devices.ipmi.guard;

import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Lets one look at a BMC in at a time, and none too early, however many ask.
 *
 * <pre>
 *   state     enter        leave(ANSWERED)  leave(SILENT)            leave(REFUSED)
 *   resting   let in, or   -                -                        -
 *             told to wait
 *   looking   told busy    rest: interval   rest: doubled, jittered  rest: 15 min
 * </pre>
 */
public final class BmcGuard {

    /** A pause is up to a quarter longer, so that many BMCs behind one dead switch spread. */
    private static final double JITTER = 0.25;

    private static final int MOST_DOUBLINGS = 16;

    private final Pace pace;
    private final Ticker ticker;
    private final RandomGenerator random;
    private boolean looking;
    private boolean begun;
    private long began;
    private long restNanos;
    private int failures;

    public BmcGuard(Pace pace, Ticker ticker, RandomGenerator random) {
        this.pace = pace;
        this.ticker = ticker;
        this.random = random;
    }

    /** Whether somebody may look now. */
    public sealed interface Entry {

        /** He may, and must leave again. */
        record Granted() implements Entry {}

        /** Somebody else is looking. */
        record Busy() implements Entry {}

        /**
         * It is too early.
         *
         * @param left for how long still
         * @param failures how many looks in a row went unanswered; 0 where only the interval is
         *     kept
         */
        record Early(Duration left, int failures) implements Entry {}
    }

    /** How a look ended. */
    public enum Result {
        ANSWERED,
        SILENT,
        REFUSED
    }

    /** Asks to be let in. */
    public synchronized Entry enter() {
        if (looking) {
            return new Entry.Busy();
        }
        long left = begun ? began + restNanos - ticker.nanos() : 0;
        if (left > 0) {
            return new Entry.Early(Duration.ofNanos(left), failures);
        }
        looking = true;
        begun = true;
        began = ticker.nanos();
        return new Entry.Granted();
    }

    /** Ends a look. */
    public synchronized void leave(Result result) {
        if (!looking) {
            throw new IllegalStateException("expected to be let in before leaving");
        }
        looking = false;
        failures = result == Result.ANSWERED ? 0 : failures + 1;
        restNanos =
                switch (result) {
                    case ANSWERED -> pace.interval().toNanos();
                    case SILENT -> spread(backOff());
                    case REFUSED -> spread(pace.afterRefusal());
                };
    }

    private Duration backOff() {
        int doublings = Math.min(MOST_DOUBLINGS, failures - 1);
        Duration grown = pace.firstBackOff().multipliedBy(1L << doublings);
        return grown.compareTo(pace.longestBackOff()) < 0 ? grown : pace.longestBackOff();
    }

    private long spread(Duration pause) {
        return (long) (pause.toNanos() * (1 + JITTER * random.nextDouble()));
    }
}
