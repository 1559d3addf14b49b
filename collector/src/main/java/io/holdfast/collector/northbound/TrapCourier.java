package io.holdfast.collector.northbound;

import io.holdfast.collector.alerting.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the notifications of one receiver to it, in their order: none overtakes another. */
final class TrapCourier {

    /** One that could not be delivered for so long is given up: it is no news any more. */
    static final Duration EXPIRY = Duration.ofDays(4);

    /** Those that are done are kept so long. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int ROUND = 50;

    private static final Logger log = LoggerFactory.getLogger(TrapCourier.class);

    private final TrapOutbox outbox;
    private final String receiver;
    private final TrapOffice office;
    private final BackOff backOff;
    private final InstantSource clock;
    private final TrapTally tally;
    private int failures;
    private Instant notBefore = Instant.MIN;

    TrapCourier(
            TrapOutbox outbox,
            String receiver,
            TrapOffice office,
            BackOff backOff,
            InstantSource clock,
            TrapTally tally) {
        this.outbox = outbox;
        this.receiver = receiver;
        this.office = office;
        this.backOff = backOff;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Tries those that are due.
     *
     * @return whether there may be more at once
     */
    boolean step() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return false;
        }
        List<Notice> due = outbox.due(receiver, now, ROUND);
        if (due.isEmpty()) {
            return false;
        }
        int expired = outbox.expire(receiver, now.minus(EXPIRY), now);
        if (expired > 0) {
            tally.expired(expired);
            log.error("{} traps for {} were not taken in {}: given up", expired, receiver, EXPIRY);
            return true;
        }
        outbox.forget(now.minus(KEPT));
        for (Notice notice : due) {
            outbox.sending(notice, clock.instant());
            switch (office.hand(notice)) {
                case TrapOffice.Receipt.Taken taken -> {
                    failures = 0;
                    outbox.sent(notice, clock.instant());
                    tally.sent();
                }
                case TrapOffice.Receipt.Refused(String reason) -> {
                    failed(notice, reason);
                    return false;
                }
            }
        }
        return due.size() == ROUND;
    }

    private void failed(Notice notice, String reason) {
        failures++;
        Duration wait = backOff.after(failures);
        Instant now = clock.instant();
        notBefore = now.plus(wait);
        outbox.retry(notice, now, notBefore, reason);
        tally.failed();
        log.warn("no trap gets to {}: {}; next try in {} s", receiver, reason, wait.toSeconds());
    }
}
