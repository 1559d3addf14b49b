package io.holdfast.agent.daemon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollerTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(2));

    private final ManualTime time = ManualTime.start();
    private final Heard heard = new Heard();
    private final List<Thread> started = new ArrayList<>();
    private final Poller poller =
            new Poller(new Timetable(new Random(1)), time, time, this::thread, heard);

    @Test
    void whatAProbeSeesIsHandedOn() throws InterruptedException {
        poller.enter(probe("linux.net", () -> {}), PACE);
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.net looked");
    }

    /** It neither piles up nor delays the others, even if it does not heed its interruption. */
    @Test
    void aStuckProbeHoldsUpNobodyAndIsNotStartedTwice() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        poller.enter(
                probe(
                        "linux.smart",
                        () -> {
                            looks.incrementAndGet();
                            awaitWhateverComes(release);
                        }),
                PACE);
        poller.enter(probe("linux.net", () -> {}), PACE);
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.net looked");
        started.getLast().join();
        time.advance(Duration.ofSeconds(2));
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.smart missed: TIMED_OUT");
        for (int i = 0; i < 10; i++) {
            time.advance(Duration.ofSeconds(11));
            poller.work();
            assertThat(heard.next()).isEqualTo("linux.net looked");
            started.getLast().join();
        }
        assertThat(looks).hasValue(1);
        assertThat(poller.stuck()).containsExactly("linux.smart");
        release.countDown();
        while (!poller.stuck().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(heard.messages).isEmpty();
    }

    @Test
    void aProbeThatHeedsItsInterruptionLooksAgain() throws InterruptedException {
        poller.enter(probe("linux.smart", () -> new CountDownLatch(1).await()), PACE);
        poller.work();
        time.advance(Duration.ofSeconds(2));
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.smart missed: TIMED_OUT");
        while (!poller.stuck().isEmpty()) {
            Thread.onSpinWait();
        }
        time.advance(Duration.ofSeconds(9));
        poller.work();
        time.advance(Duration.ofSeconds(2));
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.smart missed: TIMED_OUT");
    }

    @Test
    void aProbeThatIsSwitchedOffSaysSoAndLooksNoMore() throws InterruptedException {
        poller.enter(probe("linux.storage", () -> {}), PACE);
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.storage looked");
        poller.switchOff("linux.storage");
        assertThat(heard.next()).isEqualTo("linux.storage missed: NOT_ASKED");
        time.advance(Duration.ofSeconds(30));
        poller.work();
        assertThat(heard.messages).isEmpty();
    }

    @Test
    void aBugInAProbeIsASilenceAndNotAFault() throws InterruptedException {
        poller.enter(
                probe(
                        "linux.edac",
                        () -> {
                            throw new IllegalStateException("bug");
                        }),
                PACE);
        poller.work();
        assertThat(heard.next()).isEqualTo("linux.edac missed: FAILED");
    }

    @Test
    void aProbeThatIsHurriedGlancesOnceAndThenLooksAgain() throws InterruptedException {
        Poller atOnce = new Poller(new Timetable(new Random(1)), time, time, Inline::new, heard);
        atOnce.enter(new Glancing(probe("linux.net", () -> {})), PACE);
        atOnce.work();
        assertThat(heard.next()).isEqualTo("linux.net looked");
        time.advance(Duration.ofSeconds(1));
        atOnce.lookNow("linux.net");
        atOnce.work();
        assertThat(heard.next()).isEqualTo("a glance looked");
        time.advance(Duration.ofSeconds(11));
        atOnce.work();
        assertThat(heard.next()).isEqualTo("linux.net looked");
    }

    /** A thread whose work is done when its start returns. */
    private static final class Inline extends Thread {
        private final Runnable task;

        private Inline(Runnable task) {
            this.task = task;
        }

        @Override
        public synchronized void start() {
            task.run();
        }
    }

    private record Glancing(Probe probe) implements Probe {
        @Override
        public String name() {
            return probe.name();
        }

        @Override
        public Survey look() throws InterruptedException {
            return probe.look();
        }

        @Override
        public Survey glance() throws InterruptedException {
            Survey seen = probe.look();
            return new Survey(
                    "a glance", seen.at(), true, List.of(), List.of(), List.of(), List.of());
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = Thread.ofVirtual().unstarted(task);
        started.add(thread);
        return thread;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private Probe probe(String name, Work work) {
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Survey look() throws InterruptedException {
                work.run();
                return new Survey(
                        name, time.instant(), true, List.of(), List.of(), List.of(), List.of());
            }
        };
    }

    private static void awaitWhateverComes(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                // As a driver that waits in the kernel does.
                released = false;
            }
        }
    }

    private static final class Heard implements Answers {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        @Override
        public void survey(Survey survey) {
            messages.add(survey.probe() + " looked");
        }

        @Override
        public void missed(String probe, Instant at, Silence why) {
            messages.add(probe + " missed: " + why.cause());
        }

        private String next() throws InterruptedException {
            return messages.take();
        }
    }
}
