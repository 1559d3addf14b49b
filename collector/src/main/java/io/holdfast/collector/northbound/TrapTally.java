package io.holdfast.collector.northbound;

import java.util.concurrent.atomic.LongAdder;

/** Counts what became of notifications since this process started. */
public final class TrapTally {

    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder expired = new LongAdder();

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void expired(int notices) {
        expired.add(notices);
    }

    /** Notifications that went out, and were acknowledged where that is wanted. */
    public long sentCount() {
        return sent.sum();
    }

    /** Times that one did not go out or was not acknowledged. */
    public long failedCount() {
        return failed.sum();
    }

    /** Notifications that were given up. */
    public long expiredCount() {
        return expired.sum();
    }
}
