package io.holdfast.collector.alerting;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of mails since this process started, and keeps the trouble of now. */
public final class MailTally {

    private final LongAdder sent = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private volatile Optional<String> trouble = Optional.empty();

    void sent() {
        sent.increment();
        trouble = Optional.empty();
    }

    void rejected(String reason) {
        rejected.increment();
        trouble = Optional.of(reason);
    }

    void failed(String reason) {
        failed.increment();
        trouble = Optional.of(reason);
    }

    void expired(int mails) {
        expired.add(mails);
    }

    /** Mails that a server took. */
    public long sentCount() {
        return sent.sum();
    }

    /** Times that a server did not take a mail or a recipient. */
    public long rejectedCount() {
        return rejected.sum();
    }

    /** Times that no server was reached or a connection broke. */
    public long failedCount() {
        return failed.sum();
    }

    /** Mails that were given up. */
    public long expiredCount() {
        return expired.sum();
    }

    /** What is wrong now; empty since the last mail that was taken. */
    public Optional<String> trouble() {
        return trouble;
    }
}
