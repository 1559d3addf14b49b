package io.holdfast.collector;

import io.holdfast.collector.api.shown.ShownStore;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.ingest.Backlog;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a collector itself does.
 *
 * @param further what else checks itself
 */
record SelfCheck(
        Collector collector,
        InstantSource clock,
        Instant startedAt,
        List<Supplier<CollectorHealth.Check>> further)
        implements Supplier<CollectorHealth> {

    /** A queue that is fuller than this part of its limit is worth a warning. */
    private static final double NEARLY_FULL = 0.8;

    @Override
    public CollectorHealth get() {
        List<CollectorHealth.Check> checks = new ArrayList<>();
        checks.add(ShownStore.check(collector.store().health(), collector.crowding()));
        checks.add(queues());
        further.forEach(check -> checks.add(check.get()));
        Status worst =
                checks.stream().map(CollectorHealth.Check::status).reduce(Status.OK, Status::worse);
        return new CollectorHealth(clock.instant(), Collector.VERSION, startedAt, worst, checks);
    }

    private CollectorHealth.Check queues() {
        int changes = collector.backlog().used();
        int tasks = collector.mailbox().waiting();
        boolean full =
                changes > NEARLY_FULL * Backlog.MOST_CHANGES || tasks > NEARLY_FULL * Mailbox.QUEUE;
        String detail =
                changes
                        + " of "
                        + Backlog.MOST_CHANGES
                        + " changes and "
                        + tasks
                        + " of "
                        + Mailbox.QUEUE
                        + " tasks wait";
        return full
                ? new CollectorHealth.Check(
                        "queues",
                        Status.WARNING,
                        detail,
                        "agents wait for us: look at the disk and the CPU of this machine")
                : new CollectorHealth.Check("queues", Status.OK, detail, "");
    }
}
