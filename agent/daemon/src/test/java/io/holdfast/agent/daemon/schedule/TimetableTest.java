package io.holdfast.agent.daemon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Pace PACE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(2));

    // Far from 0, and about to overflow: readings of a monotonic clock may do both.
    private long now = Long.MAX_VALUE - 5 * SECOND;

    private final Timetable timetable = new Timetable(new Random(1));

    @Test
    void aNewProbeLooksAtOnce() {
        timetable.enter("a", PACE, now);
        timetable.enter("b", PACE, now);
        assertThat(timetable.due(now).start()).containsExactly("a", "b");
        assertThat(timetable.due(now).start()).isEmpty();
    }

    @Test
    void looksFollowTheIntervalWithinTheJitter() {
        timetable.enter("a", PACE, now);
        List<Long> starts = new ArrayList<>();
        long begin = now;
        for (int i = 0; i < 20; i++) {
            assertThat(timetable.due(now).start()).containsExactly("a");
            starts.add(now - begin);
            assertThat(timetable.claim("a")).isTrue();
            timetable.ended("a", now);
            now = timetable.next().orElseThrow();
        }
        for (int i = 1; i < starts.size(); i++) {
            assertThat(starts.get(i) - starts.get(i - 1))
                    .isBetween((long) (9.75 * SECOND), (long) (10.25 * SECOND));
        }
        assertThat(starts.stream().distinct()).hasSize(20);
        assertThat(timetable.takeWorstLateness()).isZero();
    }

    @Test
    void aLookThatRunsOutOfTimeIsInterruptedOnceAndNotStartedAgainUntilItReturns() {
        timetable.enter("a", PACE, now);
        timetable.due(now);
        now += 2 * SECOND;
        assertThat(timetable.due(now).interrupt()).containsExactly("a");
        assertThat(timetable.stuck()).containsExactly("a");
        for (int i = 0; i < 50; i++) {
            now += SECOND;
            Timetable.Due due = timetable.due(now);
            assertThat(due.start()).isEmpty();
            assertThat(due.interrupt()).isEmpty();
        }
        assertThat(timetable.skipped()).isBetween(4L, 5L);
        assertThat(timetable.claim("a")).isFalse();
        timetable.ended("a", now);
        assertThat(timetable.stuck()).isEmpty();
        now += 11 * SECOND;
        assertThat(timetable.due(now).start()).containsExactly("a");
    }

    @Test
    void anAnswerThatIsBeingHandedOnDoesNotRunOutOfTime() {
        timetable.enter("a", PACE, now);
        timetable.due(now);
        assertThat(timetable.claim("a")).isTrue();
        now += 5 * SECOND;
        assertThat(timetable.due(now).interrupt()).isEmpty();
    }

    @Test
    void anEventMakesAProbeLookAtOnceOrAgainButNotWithoutPause() {
        timetable.enter("a", PACE, now);
        timetable.due(now);
        timetable.lookNow("a", now);
        assertThat(timetable.due(now).start()).isEmpty();
        answer();
        assertThat(timetable.due(now).start()).isEmpty();
        now += Timetable.EVENT_GAP.toNanos();
        assertThat(timetable.due(now).start()).containsExactly("a");
        answer();
        now += SECOND;
        assertThat(timetable.due(now).start()).isEmpty();
        timetable.lookNow("a", now);
        assertThat(timetable.next()).contains(now);
        assertThat(timetable.due(now).start()).containsExactly("a");
        assertThat(timetable.skipped()).isZero();
    }

    private void answer() {
        assertThat(timetable.claim("a")).isTrue();
        timetable.ended("a", now);
    }

    @Test
    void latenessIsTheWorstSinceItWasAsked() {
        timetable.enter("a", PACE, now);
        now += 3 * SECOND;
        timetable.due(now);
        assertThat(timetable.takeWorstLateness()).isEqualTo(Duration.ofSeconds(3));
        assertThat(timetable.takeWorstLateness()).isZero();
    }

    @Test
    void aNewPaceHoldsFromTheNextLook() {
        timetable.enter("a", new Pace(Duration.ofHours(1), Duration.ofSeconds(1)), now);
        timetable.due(now);
        timetable.claim("a");
        timetable.ended("a", now);
        timetable.enter("a", PACE, now);
        assertThat(timetable.next().orElseThrow() - now).isLessThanOrEqualTo(10 * SECOND);
    }

    @Test
    void nothingIsDueWhereNothingIsEntered() {
        assertThat(timetable.next()).isEmpty();
        timetable.enter("a", PACE, now);
        timetable.strike("a");
        assertThat(timetable.next()).isEmpty();
        assertThat(timetable.due(now).start()).isEmpty();
    }
}
