package io.holdfast.collector.northbound;

import io.holdfast.collector.alerting.AlertLoop;
import io.holdfast.collector.alerting.AlertPolicy;
import io.holdfast.collector.alerting.BackOff;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Pause;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.collector.TrapSettings;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.TrapTestResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifications at work: one thread that turns events into notifications and takes them to their
 * receivers. A receiver that does not acknowledge holds the others up for a few seconds, and then
 * waits longer and longer for its next turn.
 */
public final class Trapping implements AutoCloseable {

    /** From a few seconds, for a receiver that starts again, to ten minutes. */
    static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** With so many waiting, events wait too. */
    public static final int MOST_WAITING = TrapAlerter.MOST_OPEN;

    private static final Duration STOPPING = Duration.ofSeconds(6);
    private static final Logger log = LoggerFactory.getLogger(Trapping.class);

    private final TrapAlerter alerter;
    private final TrapOutbox outbox;
    private final List<Receiver> receivers = new ArrayList<>();
    private final TrapTally tally = new TrapTally();
    private final Engine engine;
    private final AlertLoop loop;

    /**
     * The means of notifications.
     *
     * @param fresh makes a random name, once in the life of a store
     * @param kinds the kind of a group's members, where it is known
     */
    public record Means(
            Store store,
            Events events,
            SecretReader secrets,
            Supplier<String> fresh,
            Function<GroupId, Optional<String>> kinds,
            Pause pause,
            InstantSource clock,
            Ticker ticker) {}

    private record Receiver(TrapSettings settings, TrapOffice office, TrapCourier courier) {}

    private Trapping(Means means, List<TrapSettings> settings, AlertPolicy policy) {
        outbox = new TrapOutbox(means.store());
        engine = Engine.of(means.store(), means.fresh());
        List<String> names = settings.stream().map(to -> to.to().toString()).toList();
        alerter =
                new TrapAlerter(
                        means.store(), means.events(), policy, names, means.kinds(), means.clock());
        for (TrapSettings to : settings) {
            TrapOffice office = new SnmpOffice(to, means.secrets(), engine, means.ticker());
            TrapCourier courier =
                    new TrapCourier(
                            outbox, to.to().toString(), office, BACK_OFF, means.clock(), tally);
            receivers.add(new Receiver(to, office, courier));
        }
        int abandoned = outbox.abandon(names, means.clock().instant());
        if (abandoned > 0) {
            tally.expired(abandoned);
            log.warn("{} traps were for receivers that are none any more: given up", abandoned);
        }
        loop = new AlertLoop("northbound", means.events(), means.pause(), new Steps());
    }

    /** Starts from where it ended. */
    public static Trapping start(Means means, List<TrapSettings> settings, AlertPolicy policy) {
        Trapping trapping = new Trapping(means, settings, policy);
        trapping.loop.start();
        return trapping;
    }

    /** Sends a test notification to every receiver now. */
    public TrapTestResult test() {
        return loop.between(
                () ->
                        new TrapTestResult(
                                engine.hex(), receivers.stream().map(Trapping::test).toList()));
    }

    private static TrapTestResult.Receiver test(Receiver receiver) {
        TrapSettings to = receiver.settings();
        String version = to.version().name().substring(1).toLowerCase(Locale.ROOT);
        return switch (receiver.office().test()) {
            case TrapOffice.Receipt.Taken(String answer) ->
                    new TrapTestResult.Receiver(
                            to.to().toString(), version, to.inform(), true, answer, "");
            case TrapOffice.Receipt.Refused(String reason) ->
                    new TrapTestResult.Receiver(
                            to.to().toString(),
                            version,
                            to.inform(),
                            false,
                            reason,
                            "check address, port and login in collector.alerts.snmp, and the"
                                    + " receiver's own log");
        };
    }

    /** Counts of what became of notifications. */
    public TrapTally tally() {
        return tally;
    }

    /** How many wait to go out. */
    public int waiting() {
        return outbox.standing().open();
    }

    /** How it does, as a check of the collector's health. */
    public CollectorHealth.Check check() {
        TrapOutbox.Standing standing = outbox.standing();
        return standing.trouble()
                .map(
                        trouble ->
                                new CollectorHealth.Check(
                                        "traps",
                                        Status.WARNING,
                                        standing.open() + " traps wait: " + trouble,
                                        "try: holdfast trap test"))
                .orElseGet(
                        () ->
                                new CollectorHealth.Check(
                                        "traps",
                                        Status.OK,
                                        standing.open() + " traps wait, no trouble",
                                        ""));
    }

    /** The check of a collector that has no receivers. */
    public static CollectorHealth.Check notConfigured() {
        return new CollectorHealth.Check(
                "traps", Status.OK, "not configured: nobody is told of changes by SNMP", "");
    }

    /** Ends it; one that is being acknowledged now is noted first. */
    @Override
    public void close() {
        loop.close(STOPPING, () -> {});
        receivers.forEach(receiver -> receiver.office().close());
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
            boolean more = alerter.step();
            for (Receiver receiver : receivers) {
                more |= receiver.courier().step();
            }
            return more;
        }

        @Override
        public void waitsForTheStore(StoreException why) {
            log.warn("traps wait for the store: {}", why.getMessage());
        }
    }
}
