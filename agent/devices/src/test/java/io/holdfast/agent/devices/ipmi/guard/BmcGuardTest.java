package io.holdfast.agent.devices.ipmi.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.ipmi.guard.BmcGuard.Entry;
import io.holdfast.agent.devices.ipmi.guard.BmcGuard.Result;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BmcGuardTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ManualTime time = ManualTime.start();
    private final BmcGuard guard = new BmcGuard(Pace.of(INTERVAL), time, new Random(3));

    @Test
    void letsOneInAtATime() {
        assertThat(guard.enter()).isInstanceOf(Entry.Granted.class);
        assertThat(guard.enter()).isInstanceOf(Entry.Busy.class);
        guard.leave(Result.ANSWERED);
        assertThat(guard.enter()).isInstanceOf(Entry.Early.class);
    }

    @Test
    void isNoFasterThanConfiguredHoweverManyAsk() {
        int looks = 0;
        for (int second = 0; second < 300; second++) {
            for (int asker = 0; asker < 20; asker++) {
                if (guard.enter() instanceof Entry.Granted) {
                    looks++;
                    guard.leave(Result.ANSWERED);
                }
            }
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(looks).isEqualTo(10);
    }

    @Test
    void backsOffFromASilentBmcUpToALimit() {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            assertThat(guard.enter()).isInstanceOf(Entry.Granted.class);
            guard.leave(Result.SILENT);
            Duration left = early();
            assertThat(left).isGreaterThanOrEqualTo(INTERVAL);
            assertThat(left)
                    .isLessThanOrEqualTo(Duration.ofMinutes(10).multipliedBy(5).dividedBy(4));
            if (i < 4) {
                assertThat(left).isGreaterThan(before);
            }
            before = left;
            time.advance(left);
        }
        guard.enter();
        guard.leave(Result.ANSWERED);
        assertThat(early()).isEqualTo(INTERVAL);
    }

    @Test
    void rests15MinutesAfterAWrongPassword() {
        guard.enter();
        guard.leave(Result.REFUSED);
        assertThat(early()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void nobodyLeavesWhoWasNotLetIn() {
        assertThatThrownBy(() -> guard.leave(Result.ANSWERED))
                .isInstanceOf(IllegalStateException.class);
    }

    private Duration early() {
        Entry entry = guard.enter();
        assertThat(entry).isInstanceOf(Entry.Early.class);
        return ((Entry.Early) entry).left();
    }
}
