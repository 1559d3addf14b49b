package io.holdfast.agent.devices.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CounterRatesTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CounterRates rates = new CounterRates(Duration.ofMinutes(10));

    private Rate rate(long nanos, Map<String, Long> counters) {
        return Objects.requireNonNull(rates.look(nanos, counters).get("a"), "no rate");
    }

    @Test
    void theFirstLookGivesNoRate() {
        assertThat(rates.look(0, Map.of("a", 1_000_000L))).isEmpty();
    }

    @Test
    void growthIsCountedPerTime() {
        rates.look(0, Map.of("a", 100L));
        Rate rate = rate(10 * SECOND, Map.of("a", 150L));
        assertThat(rate.perSecond()).isCloseTo(5, within(1e-9));
        assertThat(rate.perHour()).isCloseTo(18_000, within(1e-6));
        assertThat(rate.within(Duration.ofMinutes(10))).isEqualTo(50);
    }

    @Test
    void twoLooksAMillisecondApartMakeNoStormOfOneError() {
        rates.look(0, Map.of("a", 0L));
        rates.look(300 * SECOND, Map.of("a", 0L));
        Rate rate = rate(300 * SECOND + 1_000_000, Map.of("a", 1L));
        assertThat(rate.perSecond()).isLessThan(0.01);
        assertThat(rate.within(Duration.ofMinutes(10))).isEqualTo(1);
    }

    @Test
    void twoLooksInTheSameInstantDivideByNothing() {
        rates.look(0, Map.of("a", 0L));
        assertThat(rates.look(0, Map.of("a", 1L))).isEmpty();
    }

    @Test
    void whatLeftTheWindowIsForgotten() {
        rates.look(0, Map.of("a", 0L));
        rates.look(60 * SECOND, Map.of("a", 30L));
        Rate still = rate(600 * SECOND, Map.of("a", 30L));
        assertThat(still.increase()).isEqualTo(30);
        rates.look(700 * SECOND, Map.of("a", 30L));
        Rate gone = rate(1400 * SECOND, Map.of("a", 30L));
        assertThat(gone.increase()).isZero();
    }

    @Test
    void looksRarerThanTheWindowAreScaledDownToIt() {
        rates.look(0, Map.of("a", 0L));
        Rate rate = rate(3600 * SECOND, Map.of("a", 60L));
        assertThat(rate.within(Duration.ofMinutes(10))).isCloseTo(10, within(1e-9));
    }

    @Test
    void aCounterThatWrapsAt32BitsGoesOn() {
        assertThat(CounterRates.increase(0xFFFF_FFF0L, 0x10L)).isEqualTo(0x20);
    }

    @Test
    void aCounterThatBeganAnewCountsWhatItShows() {
        assertThat(CounterRates.increase(1_000, 7)).isEqualTo(7);
        assertThat(CounterRates.increase(0xFFFF_FFFF_FFFFL, 3)).isEqualTo(3);
    }

    @Test
    void aCounterThatWasMissingStartsAgainWithoutARate() {
        rates.look(0, Map.of("a", 5L));
        rates.look(SECOND, Map.of());
        assertThat(rates.look(2 * SECOND, Map.of("a", 50L))).isEmpty();
    }

    @Test
    void aWindowTooShortIsRefused() {
        assertThatThrownBy(() -> new CounterRates(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.999S");
    }

    /** Whatever a counter does, its growth is never negative and never more than it showed. */
    @Test
    void growthIsNeverNegative() {
        long seed = Long.getLong("holdfast.seed", 20_260_301L);
        SplittableRandom random = new SplittableRandom(seed);
        long nanos = 0;
        long highest = 0;
        for (int i = 0; i < 20_000; i++) {
            nanos += random.nextLong(0, 100 * SECOND);
            long value = random.nextLong() >>> (1 + random.nextInt(62));
            highest = Math.max(highest, value);
            Rate rate = rates.look(nanos, Map.of("a", value)).get("a");
            if (rate != null) {
                assertThat(rate.nanos()).as("seed %d, look %d", seed, i).isPositive();
                assertThat(CounterRates.increase(highest, value))
                        .as("seed %d, look %d", seed, i)
                        .isBetween(0L, Math.max(value, 1L << 31));
            }
        }
    }
}
