package io.holdfast.collector.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.peer.Running;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A collector that is killed again and again while it takes changes in. */
final class KillIT {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final int PAGE = 1_000;
    private static final long PER_LIFE = 2_000;
    private static final int LIVES = 4;

    @TempDir Path directory;

    @Test
    @Timeout(120)
    void nothingAcknowledgedIsLostNothingComesTwiceAndOrderHolds() throws Exception {
        Path state = directory.resolve("state");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Flicker agent = new Flicker(enlist(threads), threads);
            for (int life = 1; life <= LIVES; life++) {
                try (ChildCollector child = ChildCollector.in(directory, state)) {
                    // More is sent than we wait for, so that the kill hits it at work.
                    long until = life * PER_LIFE;
                    boolean last = life == LIVES;
                    agent.sendUntil(
                            child.agentsPort(),
                            until,
                            last ? until : until + Flicker.MOST_UNDER_WAY);
                    if (last) {
                        assertThat(child.end()).isZero();
                    } else {
                        child.kill();
                    }
                }
            }
            List<Long> recorded = recorded(state.resolve("holdfast.db"));
            long changes = recorded.getLast();
            assertThat(changes).isGreaterThanOrEqualTo(agent.acknowledged());
            assertThat(recorded)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, changes).boxed().toList());
        }
    }

    private Enlisted enlist(ExecutorService threads) {
        try (var collector = Running.in(directory)) {
            String token =
                    collector
                            .operations()
                            .tokens()
                            .create("*", 1, Duration.ofHours(1), "test")
                            .text();
            return Enlisted.at(collector.agentsPort(), token, HOST, threads);
        }
    }

    /** The numbers in the evidence of all changes, in the order of history. */
    private static List<Long> recorded(Path file) {
        List<Long> numbers = new ArrayList<>();
        try (Store store =
                Store.open(
                        file,
                        InstantSource.system(),
                        Thread::sleep,
                        Thread.ofPlatform().daemon().factory())) {
            EventLog log = new EventLog(store);
            List<Recorded> page = log.after(0, PAGE);
            while (!page.isEmpty()) {
                for (Recorded entry : page) {
                    if (entry.event() instanceof Event.ComponentChanged changed) {
                        numbers.add(Long.parseLong(changed.evidence().getFirst().value()));
                    }
                }
                page = log.after(page.getLast().id(), PAGE);
            }
        }
        return numbers;
    }
}
