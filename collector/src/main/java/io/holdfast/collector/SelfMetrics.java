package io.holdfast.collector;

import io.holdfast.collector.alerting.Alerting;
import io.holdfast.collector.alerting.MailTally;
import io.holdfast.collector.deadman.DeadMan;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.collector.ingest.Backlog;
import io.holdfast.collector.metrics.Family;
import io.holdfast.collector.metrics.SelfFamily;
import io.holdfast.collector.northbound.TrapTally;
import io.holdfast.collector.northbound.Trapping;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of a collector about itself: queues and their limits, drops by reason, mail. */
record SelfMetrics(
        Collector collector,
        Supplier<Optional<Alerting>> alerting,
        Supplier<Optional<Trapping>> trapping,
        Supplier<Optional<DeadMan>> deadMan) {

    private static final String QUEUE = "queue";

    List<SelfFamily> families() {
        return List.of(
                new SelfFamily(
                        Family.gauge("holdfast_queue_depth", "what waits in a queue"),
                        QUEUE,
                        this::depths),
                new SelfFamily(
                        Family.gauge("holdfast_queue_limit", "the most that a queue takes"),
                        QUEUE,
                        this::limits),
                new SelfFamily(
                        Family.counter("holdfast_ingest", "what agents sent, by sort"),
                        "sort",
                        this::counts),
                new SelfFamily(
                        Family.counter(
                                "holdfast_streams_ended", "streams that we ended, by reason"),
                        "reason",
                        () -> doubles(collector.tally().cutOffs())),
                new SelfFamily(
                        Family.counter(
                                "holdfast_misread",
                                "what could not be taken as it came, by reason"),
                        "reason",
                        () -> doubles(collector.tally().misreads())),
                SelfFamily.of(
                        Family.gauge(
                                "holdfast_store_size_bytes", "bytes", "size of the store's files"),
                        () -> collector.store().bytes()),
                SelfFamily.of(
                        Family.gauge("holdfast_store_ok", "1 while the store can be written"),
                        () -> collector.store().health().ok() ? 1 : 0),
                mail("holdfast_mail_sent", "mails that a server took", MailTally::sentCount),
                mail(
                        "holdfast_mail_rejected",
                        "times that a server did not take a mail or a recipient",
                        MailTally::rejectedCount),
                mail(
                        "holdfast_mail_failed",
                        "times that no server was reached",
                        MailTally::failedCount),
                mail("holdfast_mail_expired", "mails that were given up", MailTally::expiredCount),
                traps("holdfast_traps_sent", "traps that went out", TrapTally::sentCount),
                traps(
                        "holdfast_traps_failed",
                        "times that a trap did not go out or was not acknowledged",
                        TrapTally::failedCount),
                traps(
                        "holdfast_traps_expired",
                        "traps that were given up",
                        TrapTally::expiredCount),
                pings(
                        "holdfast_dead_man_failures",
                        "pings to the dead-man's address that failed since the last that worked",
                        ping -> (double) ping.failures()),
                pings(
                        "holdfast_dead_man_last_success_seconds",
                        "when the last ping to the dead-man's address worked, since 1970; 0 where"
                                + " none did",
                        ping ->
                                (double)
                                        ping.lastSuccess()
                                                .map(Instant::getEpochSecond)
                                                .orElse(0L)));
    }

    private SortedMap<String, Double> depths() {
        SortedMap<String, Double> depths = new TreeMap<>();
        depths.put("changes", (double) collector.backlog().used());
        depths.put("hosts", (double) collector.mailbox().waiting());
        depths.put("store", (double) collector.store().health().queued());
        alerting.get().ifPresent(a -> depths.put("mail", (double) a.waiting()));
        trapping.get().ifPresent(t -> depths.put("traps", (double) t.waiting()));
        return depths;
    }

    private SortedMap<String, Double> limits() {
        SortedMap<String, Double> limits = new TreeMap<>();
        limits.put("changes", (double) Backlog.MOST_CHANGES);
        limits.put("hosts", (double) Mailbox.QUEUE);
        limits.put("store", (double) collector.store().health().queueLimit());
        alerting.get().ifPresent(a -> limits.put("mail", (double) Alerting.MOST_WAITING));
        trapping.get().ifPresent(t -> limits.put("traps", (double) Trapping.MOST_WAITING));
        return limits;
    }

    private SortedMap<String, Double> counts() {
        SortedMap<String, Double> counts = new TreeMap<>();
        for (Tally.Count count : Tally.Count.values()) {
            counts.put(count.name().toLowerCase(Locale.ROOT), (double) collector.tally().of(count));
        }
        return counts;
    }

    private SelfFamily mail(String name, String help, ToDoubleFunction<MailTally> of) {
        return SelfFamily.of(
                Family.counter(name, help),
                () -> alerting.get().map(Alerting::tally).map(of::applyAsDouble).orElse(0.0));
    }

    private SelfFamily traps(String name, String help, ToDoubleFunction<TrapTally> of) {
        return SelfFamily.of(
                Family.counter(name, help),
                () -> trapping.get().map(Trapping::tally).map(of::applyAsDouble).orElse(0.0));
    }

    private SelfFamily pings(String name, String help, ToDoubleFunction<DeadMan> of) {
        return SelfFamily.of(
                Family.gauge(name, help), () -> deadMan.get().map(of::applyAsDouble).orElse(0.0));
    }

    private static SortedMap<String, Double> doubles(Map<String, Long> counts) {
        SortedMap<String, Double> doubles = new TreeMap<>();
        counts.forEach((name, count) -> doubles.put(name, (double) count));
        return doubles;
    }
}
