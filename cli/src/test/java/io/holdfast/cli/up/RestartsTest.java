package io.holdfast.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private final Restarts restarts = new Restarts();

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        assertThat(restarts.ended(minutes(0))).contains(Duration.ofSeconds(1));
        assertThat(restarts.ended(minutes(1))).contains(Duration.ofSeconds(5));
        assertThat(restarts.ended(minutes(2))).contains(Duration.ofSeconds(25));
        assertThat(restarts.ended(minutes(3))).isEmpty();
    }

    @Test
    void whatIsLongAgoCountsNoMore() {
        restarts.ended(minutes(0));
        restarts.ended(minutes(1));
        restarts.ended(minutes(9));

        assertThat(restarts.ended(minutes(10))).contains(Duration.ofSeconds(25));
        assertThat(restarts.ended(minutes(11))).contains(Duration.ofSeconds(25));
        assertThat(restarts.ended(minutes(12))).isEmpty();
        assertThat(restarts.ended(minutes(40))).contains(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatBeganBelowZeroCountsToo() {
        assertThat(restarts.ended(Long.MAX_VALUE - 1)).contains(Duration.ofSeconds(1));
        assertThat(restarts.ended(Long.MIN_VALUE + 1)).contains(Duration.ofSeconds(5));
        assertThat(restarts.count()).isEqualTo(2);
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toNanos();
    }
}
