package io.holdfast.agent.daemon.uplink;

import java.time.Duration;

/**
 * Whether the collector should be told the whole state: now and then, when it asks, and after
 * changes were dropped. Outlives the streams.
 */
final class DigestNeed {

    private final Times times;
    private Duration every;
    private boolean wanted;
    private boolean timed;
    private long due;
    private long droppedTold;

    DigestNeed(Times times, Duration every) {
        this.times = times;
        this.every = every;
    }

    void every(Duration pace) {
        every = pace;
        due = times.in(pace);
    }

    /** Somebody wants it, as soon as may be. */
    void want() {
        wanted = true;
    }

    boolean isDue(long dropped) {
        return wanted || dropped > droppedTold || (timed && times.has(due));
    }

    /** It is on its way, with all that was dropped until now made good. */
    void told(long dropped) {
        wanted = false;
        droppedTold = dropped;
        timed = true;
        due = times.in(every);
    }
}
