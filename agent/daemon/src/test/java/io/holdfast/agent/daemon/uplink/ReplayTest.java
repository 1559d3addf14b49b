package io.holdfast.agent.daemon.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Spool;
import io.holdfast.agent.daemon.spool.Weight;
import io.holdfast.agent.daemon.state.LookBoard;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exactly once in effect: whatever is cut, lost or restarted, and whenever, the collector's history
 * holds every change once and in order.
 */
@SuppressWarnings("NullAway.Init") // start() sets what the test itself restarts
class ReplayTest {

    private static final int STEPS = 600;

    private final ManualTime time = ManualTime.start();
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<Change> made = new ArrayList<>();
    private final List<Change> history = new ArrayList<>();
    private Position durable = Position.NONE;
    private Position written = Position.NONE;
    private final List<Change> writtenNotDurable = new ArrayList<>();

    @TempDir private Path directory;

    private Spool spool;
    private Backlog backlog;
    private Fakes.State state = new Fakes.State();
    private Uplink uplink;
    private Fakes.Wire wire;
    private int heard;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyChangeArrivesOnceAndInOrder(long seed) throws IOException {
        Random random = new Random(seed);
        start(Fakes.INCARNATION);
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        settle();
        assertThat(history).as("seed %s", seed).isEqualTo(made);
        assertThat(made.size()).isGreaterThan(STEPS / 10);
    }

    private void step(Random random) throws IOException {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> change(1 + random.nextInt(5));
            case 3, 4 -> collectorHears();
            case 5 -> collectorCommits(random.nextBoolean());
            case 6 -> cut();
            case 7 -> backlog.spill();
            case 8 -> {
                if (random.nextInt(6) == 0) {
                    restartAgent();
                }
            }
            default -> pass();
        }
    }

    private void settle() throws IOException {
        cut();
        for (int i = 0; i < 100; i++) {
            pass();
            collectorHears();
            collectorCommits(true);
        }
        assertThat(backlog.onDisk()).isZero();
    }

    private void start(long incarnation) throws IOException {
        spool = Spool.open(directory, 16 << 20);
        backlog = new Backlog(spool);
        state = new Fakes.State();
        state.position = new Position(incarnation, 0);
        events.clear();
        uplink =
                new Uplink(
                        new Telling(
                                new Greeting("0.1.0", Fakes.HOST, "boot", List.of()),
                                backlog,
                                new LookBoard(),
                                state,
                                () -> new Vitals(1, Duration.ZERO, Duration.ZERO)),
                        new UplinkSettings(Duration.ofSeconds(1), Duration.ofHours(1)),
                        in -> {
                            wire = new Fakes.Wire(in);
                            heard = 0;
                            return wire;
                        },
                        new Times(time, time),
                        new Random(incarnation),
                        events::add,
                        phase -> {});
        uplink.feed(new Event.Identified());
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            state.change(backlog, Weight.ESSENTIAL);
            made.add(Fakes.observed(state.position()));
        }
        uplink.feed(new Event.Changed());
    }

    /** As at an orderly end: what lies in memory goes to disk. */
    private void restartAgent() throws IOException {
        backlog.spill();
        spool.close();
        lose();
        start(state.position().incarnation() + 1);
    }

    private void cut() {
        lose();
        wire.in.ended(new Ended(Ended.Cause.UNREACHABLE, "cut"));
        drain();
    }

    /** What the collector has heard and not committed is forgotten. */
    private void lose() {
        writtenNotDurable.clear();
        written = durable;
        heard = Integer.MAX_VALUE;
    }

    private void collectorHears() {
        while (heard < wire.said.size()) {
            FromAgent message = wire.said.get(heard++);
            switch (message) {
                case FromAgent.Hello hello -> wire.welcome(durable);
                case FromAgent.Batch batch -> {
                    for (Numbered change : batch.changes()) {
                        Position at = new Position(batch.incarnation(), change.sequence());
                        if (at.compareTo(written) > 0) {
                            writtenNotDurable.add(change.change());
                            written = at;
                        }
                    }
                }
                case FromAgent.DigestPart part -> {}
                case FromAgent.Heartbeat heartbeat -> {}
                case FromAgent.DeviceStatuses statuses -> {}
                case FromAgent.DeviceBatch batch -> {}
            }
        }
        drain();
    }

    private void collectorCommits(boolean ackArrives) {
        history.addAll(writtenNotDurable);
        writtenNotDurable.clear();
        durable = written;
        if (ackArrives && heard <= wire.said.size()) {
            wire.hear(new FromCollector.Ack(durable));
            drain();
        }
    }

    private void pass() {
        time.advance(Duration.ofSeconds(10));
        uplink.feed(new Event.Tick());
        drain();
    }

    private void drain() {
        while (!events.isEmpty()) {
            uplink.feed(events.removeFirst());
        }
    }
}
