package io.holdfast.collector.deadman;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.collector.DeadManSettings;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pings to a watcher that does as told, in time that moves by hand. */
class DeadManTest {

    private static final DeadManSettings EACH_MINUTE =
            new DeadManSettings(
                    URI.create("https://ping.example.net/secret"), Duration.ofMinutes(1));

    private final ManualTime time = ManualTime.start();
    private final List<Duration> fetched = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private boolean well = true;

    private final Fetch watcher =
            new Fetch() {
                @Override
                public Optional<String> fetch(URI url, Duration patience) {
                    fetched.add(patience);
                    return trouble;
                }

                @Override
                public void close() {}
            };

    private DeadMan deadMan(DeadManSettings settings) {
        return new DeadMan(
                new DeadMan.Means(
                        () -> well, Thread::sleep, time, time, Thread.ofVirtual().factory()),
                settings,
                watcher);
    }

    @Test
    void countsWhatFailedAndNotesWhatWorkedForItsMetrics() throws InterruptedException {
        DeadMan deadMan = deadMan(EACH_MINUTE);
        assertThat(deadMan.lastSuccess()).isEmpty();
        deadMan.step();
        Instant worked = time.instant();
        trouble = Optional.of("no route");
        for (int ping = 0; ping < 2; ping++) {
            time.advance(Duration.ofMinutes(1));
            deadMan.step();
        }
        assertThat(deadMan.failures()).isEqualTo(2);
        assertThat(deadMan.lastSuccess()).contains(worked);
    }

    @Test
    void pingsAtOnceAndThenOnceEachInterval() throws InterruptedException {
        DeadMan deadMan = deadMan(EACH_MINUTE);
        deadMan.step();
        assertThat(fetched).containsExactly(Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(59));
        deadMan.step();
        assertThat(fetched).hasSize(1);
        time.advance(Duration.ofSeconds(1));
        deadMan.step();
        assertThat(fetched).hasSize(2);
        assertThat(deadMan.check().status()).isEqualTo(Status.OK);
    }

    @Test
    void aStepOfTheWallClockChangesNothing() throws InterruptedException {
        DeadMan deadMan = deadMan(EACH_MINUTE);
        deadMan.step();
        time.setWallClock(Instant.parse("2030-01-01T00:00:00Z"));
        deadMan.step();
        assertThat(fetched).hasSize(1);
    }

    @Test
    void waitsForAnAnswerNoLongerThanTheInterval() throws InterruptedException {
        deadMan(new DeadManSettings(EACH_MINUTE.url(), Duration.ofSeconds(4))).step();
        assertThat(fetched).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void isSilentWhileTheStoreCannotBeWrittenAndPingsOnceItCan() throws InterruptedException {
        well = false;
        DeadMan deadMan = deadMan(EACH_MINUTE);
        deadMan.step();
        assertThat(fetched).isEmpty();
        assertThat(deadMan.check().status()).isEqualTo(Status.WARNING);
        assertThat(deadMan.check().detail()).contains("held back");
        well = true;
        time.advance(Duration.ofSeconds(1));
        deadMan.step();
        assertThat(fetched).hasSize(1);
        assertThat(deadMan.check().status()).isEqualTo(Status.OK);
    }

    @Test
    void countsFailuresUntilOneWorks() throws InterruptedException {
        DeadMan deadMan = deadMan(EACH_MINUTE);
        trouble = Optional.of("answered with status 503");
        for (int i = 0; i < 3; i++) {
            deadMan.step();
            time.advance(Duration.ofMinutes(1));
        }
        CollectorHealth.Check failing = deadMan.check();
        assertThat(failing.name()).isEqualTo("dead-man");
        assertThat(failing.status()).isEqualTo(Status.WARNING);
        assertThat(failing.detail())
                .isEqualTo(
                        "the last 3 pings to ping.example.net failed: answered with status 503;"
                                + " none has worked yet");
        trouble = Optional.empty();
        deadMan.step();
        assertThat(deadMan.check().detail())
                .isEqualTo(
                        "pings to ping.example.net, the last that worked was at"
                                + " 2026-03-01T12:03:00Z");
    }
}
