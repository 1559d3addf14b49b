package io.holdfast.collector.alerting;

import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Pause;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.MailTestResult;
import io.holdfast.wire.api.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerting at work: one thread that turns events into mails, and takes mails to the server.
 *
 * <p>One thread is enough: while a slow server is waited for, events are safe in the store.
 */
public final class Alerting implements AutoCloseable {

    /** With so many mails waiting, events wait too. */
    public static final int MOST_WAITING = Alerter.MOST_OPEN;

    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Alerting.class);

    private final Alerter alerter;
    private final Courier courier;
    private final Outbox outbox;
    private final MailTrial trial;
    private final MailTally tally;
    private final InstantSource clock;
    private final AlertLoop loop;

    /**
     * The means of alerting.
     *
     * @param fresh makes a random name, once in the life of a store
     */
    public record Means(
            Store store,
            Events events,
            SecretReader secrets,
            Supplier<String> fresh,
            Pause pause,
            InstantSource clock) {}

    private Alerting(Means means, MailSettings settings, AlertPolicy policy) {
        clock = means.clock();
        outbox = new Outbox(means.store());
        tally = new MailTally();
        MessageIds ids = MessageIds.of(means.store(), settings.from(), means.fresh());
        PostOffice office = new Smtp(settings, means.secrets(), List.of());
        alerter = new Alerter(means.store(), means.events(), outbox, policy, ids, clock);
        courier = new Courier(outbox, office, BackOff.NORMAL, clock, tally);
        trial = new MailTrial(settings, office, ids, clock);
        loop = new AlertLoop("alerting", means.events(), means.pause(), new Steps());
    }

    /** Starts alerting from where it ended. */
    public static Alerting start(Means means, MailSettings settings, AlertPolicy policy) {
        Alerting alerting = new Alerting(means, settings, policy);
        alerting.loop.start();
        return alerting;
    }

    /** Sends a test mail now. */
    public MailTestResult test() {
        return trial.get();
    }

    /** Counts of what became of mails. */
    public MailTally tally() {
        return tally;
    }

    /** How many mails wait to go out. */
    public int waiting() {
        return outbox.standing().open();
    }

    /** How alerting does, as a check of the collector's health. */
    public CollectorHealth.Check check() {
        Outbox.Standing standing = outbox.standing();
        return tally.trouble()
                .or(standing::trouble)
                .map(
                        trouble ->
                                new CollectorHealth.Check(
                                        "mail",
                                        Status.WARNING,
                                        standing.open()
                                                + " mails wait, the oldest for "
                                                + standing.waiting(clock.instant()).toMinutes()
                                                + " min: "
                                                + trouble,
                                        "try: holdfast mail test"))
                .orElseGet(
                        () ->
                                new CollectorHealth.Check(
                                        "mail",
                                        Status.OK,
                                        standing.open() + " mails wait, no trouble",
                                        ""));
    }

    /** The check of a collector that has no mail. */
    public static CollectorHealth.Check notConfigured() {
        return new CollectorHealth.Check(
                "mail",
                Status.OK,
                "not configured: nobody is told of changes by mail",
                "add collector.mail to the configuration");
    }

    /** Ends it. A mail that is with the server now is noted first. */
    @Override
    public void close() {
        loop.close(
                STOPPING,
                () ->
                        log.warn(
                                "the mail server is waited for no longer; its mail will be sent"
                                        + " again"));
    }

    private final class Steps implements AlertLoop.Work {

        @Override
        public long place() {
            return alerter.place();
        }

        @Override
        public boolean full() {
            return alerter.full();
        }

        @Override
        public boolean step() {
            boolean moreEvents = alerter.step();
            boolean moreMails = courier.step();
            return moreEvents || moreMails;
        }

        @Override
        public void waitsForTheStore(StoreException why) {
            log.warn("alerting waits for the store: {}", why.getMessage());
        }
    }
}
