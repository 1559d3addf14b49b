package io.holdfast.agent.devices.redfish;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a BMC that does not answer, or does not let us in, is left alone.
 *
 * <p>Silence: twice as long each time, up to a limit. A refused password: long at once, as BMCs
 * lock accounts. Mutable, for one thread.
 */
final class Rest {

    /** After a refused password. */
    static final Duration REFUSED = Duration.ofMinutes(15);

    /** After the first silence. */
    static final Duration FIRST = Duration.ofSeconds(15);

    /** After many. */
    static final Duration MOST = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 10;

    private final Ticker ticker;
    private int silences;
    private long untilNanos;
    private Optional<Silence> reason = Optional.empty();

    Rest(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Why it is not asked now; empty where it may be. */
    Optional<Silence> reason() {
        return ticker.nanos() - untilNanos < 0 ? reason : Optional.empty();
    }

    /** It answered. */
    void answered() {
        silences = 0;
        reason = Optional.empty();
    }

    /** It did not answer. */
    void silent(Silence why) {
        long factor = 1L << Math.min(silences++, MOST_DOUBLINGS);
        Duration pause = FIRST.multipliedBy(factor);
        until(why, pause.compareTo(MOST) < 0 ? pause : MOST);
    }

    /** It refused our password. */
    void refused(Silence why) {
        until(why, REFUSED);
    }

    private void until(Silence why, Duration pause) {
        untilNanos = ticker.nanos() + pause.toNanos();
        String detail = why.detail() + "; asked again after " + pause.toSeconds() + " s";
        reason = Optional.of(new Silence(Silence.Cause.NOT_ASKED, detail, why.remedy()));
    }
}
