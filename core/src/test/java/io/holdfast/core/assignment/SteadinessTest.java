package io.holdfast.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    private static final Steadiness.Limits LIMITS =
            new Steadiness.Limits(Duration.ofSeconds(30), Duration.ofMinutes(10));

    @Test
    void whatHasStayedIsSteady() {
        Steadiness one = Steadiness.first(at(0), LIMITS);
        assertThat(one.steady(at(29))).isFalse();
        assertThat(one.steady(at(30))).isTrue();
        assertThat(one.came(at(40))).isEqualTo(one);
        assertThat(one.went(at(50), LIMITS).steady(at(10_000))).isFalse();
    }

    @Test
    void whatComesAndGoesWaitsTwiceAsLongEachTimeUpToTheMost() {
        Steadiness one = Steadiness.first(at(0), LIMITS);
        for (long wait : new long[] {60, 120, 240, 480, 600, 600}) {
            one = one.went(at(1), LIMITS).came(at(2));
            assertThat(one.needed()).isEqualTo(Duration.ofSeconds(wait));
        }
    }

    @Test
    void whatStayedForLongIsForgivenAll() {
        Steadiness one = Steadiness.first(at(0), LIMITS).went(at(1), LIMITS).came(at(2));
        assertThat(one.went(at(700), LIMITS).needed()).isEqualTo(LIMITS.least());
    }

    @Test
    void readingsOfTheTickerMayOverflow() {
        long close = Long.MAX_VALUE - 5;
        Steadiness one = Steadiness.first(close, LIMITS);
        assertThat(one.steady(close + at(29))).isFalse();
        assertThat(one.steady(close + at(31))).isTrue();
    }

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
