package io.holdfast.collector.crash;

import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.peer.Speaker;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * An agent whose only part is well and ill in turn, and names each change in its evidence; it keeps
 * all changes for ever, and sends what the collector does not have.
 */
final class Flicker {

    static final int BATCH = 20;

    /** More may be under way, but a dead collector must not be fed without end. */
    static final int MOST_UNDER_WAY = 2_000;

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Enlisted who;
    private final Executor threads;
    private long acknowledged;

    Flicker(Enlisted who, Executor threads) {
        this.who = who;
        this.threads = threads;
    }

    ComponentId part() {
        return Parts.psu(who.host(), 1);
    }

    /** The last change that was acknowledged to us. */
    long acknowledged() {
        return acknowledged;
    }

    /**
     * Sends changes until one is acknowledged.
     *
     * @param until its sequence
     * @param most the sequence of the last change that is sent at all
     */
    void sendUntil(int port, long until, long most) throws InterruptedException {
        try (Speaker speaker = new Speaker(who, 1, port, threads)) {
            Position durable = speaker.hello();
            if (durable.sequence() < acknowledged) {
                throw new AssertionError(
                        "acknowledged " + acknowledged + ", but it has only " + durable);
            }
            long next = durable.sequence() + 1;
            acknowledged = Math.max(acknowledged, durable.sequence());
            while (acknowledged < until) {
                if (next <= most && speaker.isReady() && next - acknowledged < MOST_UNDER_WAY) {
                    speaker.batch(next, changes(next));
                    next += BATCH;
                } else {
                    Thread.onSpinWait();
                }
                speaker.lastAck().ifPresent(ack -> acknowledged = ack.sequence());
            }
        }
    }

    private List<Change> changes(long first) {
        List<Change> changes = new ArrayList<>();
        for (long n = first; n < first + BATCH; n++) {
            Health health = n % 2 == 0 ? Health.OK : Health.FAILED;
            changes.add(
                    new Change.Observed(
                            new Observation.Reported(
                                    part(),
                                    START.plusMillis(n),
                                    health,
                                    List.of(),
                                    List.of(new Evidence("test", "n", Long.toString(n), "")))));
        }
        return changes;
    }
}
