package io.holdfast.collector.alerting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the mails of the outbox to the post office. */
final class Courier {

    /** A mail that could not be handed over for so long is given up: it is no news any more. */
    static final Duration EXPIRY = Duration.ofDays(4);

    /** Mails that are done are kept so long. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int ROUND = 50;

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final PostOffice office;
    private final BackOff backOff;
    private final InstantSource clock;
    private final MailTally tally;
    private int failures;
    private Instant notBefore = Instant.MIN;

    Courier(
            Outbox outbox,
            PostOffice office,
            BackOff backOff,
            InstantSource clock,
            MailTally tally) {
        this.outbox = outbox;
        this.office = office;
        this.backOff = backOff;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Tries the mails that are due.
     *
     * @return whether there may be more at once
     */
    boolean step() {
        Instant now = clock.instant();
        int expired = outbox.expire(now.minus(EXPIRY), now);
        if (expired > 0) {
            tally.expired(expired);
            log.error("{} mails could not be sent for {} and were given up", expired, EXPIRY);
        }
        if (now.isBefore(notBefore)) {
            return false;
        }
        List<Mail> due = outbox.due(now, ROUND);
        if (due.isEmpty()) {
            return false;
        }
        outbox.forget(now.minus(KEPT));
        try (PostOffice.Counter counter = office.open()) {
            boolean standing = hand(due, counter);
            return standing && due.size() == ROUND;
        } catch (IOException e) {
            failed(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean hand(List<Mail> due, PostOffice.Counter counter) {
        for (Mail mail : due) {
            outbox.sending(mail, clock.instant());
            switch (counter.hand(mail)) {
                case PostOffice.Receipt.Taken(var answer, var refused) -> {
                    failures = 0;
                    taken(mail, refused);
                }
                case PostOffice.Receipt.Rejected(var reason) -> {
                    again(mail, reason);
                    tally.rejected(reason);
                }
                case PostOffice.Receipt.Broken(var reason) -> {
                    again(mail, reason);
                    failed(reason);
                    return false;
                }
            }
        }
        return true;
    }

    private void taken(Mail mail, List<String> refused) {
        outbox.sent(
                mail, clock.instant(), refused.isEmpty() ? "" : "refused recipients: " + refused);
        tally.sent();
        if (!refused.isEmpty()) {
            tally.rejected("refused recipients: " + refused);
            log.error("mail {} was not taken for {}", mail.messageId(), refused);
        }
    }

    private void again(Mail mail, String reason) {
        Instant now = clock.instant();
        outbox.retry(mail, now, now.plus(backOff.after(mail.attempts() + 1)), reason);
        log.warn("mail {} was not taken: {}", mail.messageId(), reason);
    }

    private void failed(String reason) {
        failures++;
        Duration wait = backOff.after(failures);
        notBefore = clock.instant().plus(wait);
        tally.failed(reason);
        log.warn("no mail gets out: {}; next try in {} s", reason, wait.toSeconds());
    }
}
