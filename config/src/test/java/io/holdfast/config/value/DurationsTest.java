package io.holdfast.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "5s, PT5S",
        "1h30m, PT1H30M",
        "90d, P90D",
        "1d1h1m1s1ms, P1DT1H1M1.001S",
        "90m, PT90M",
        "0s, PT0S",
        "999999999999d, P999999999999D",
    })
    void readsWhatPeopleWrite(String text, Duration meant) {
        assertThat(Durations.parse(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "5 s",
                "-5s",
                "1.5h",
                "5S",
                "5sec",
                "30s1m",
                "1m1m",
                "5s ",
                " 5s",
                "9999999999999s",
                "1h30",
                "1w",
                "\u0665s"
            })
    void refusesTheRest(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void everyMillisecondSurvivesWritingAndReading() {
        long seed = 20260301;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long bound = 1L << (1 + random.nextInt(50));
            Duration duration = Duration.ofMillis(random.nextLong(bound));
            assertThat(Durations.parse(Durations.format(duration)))
                    .as("seed %s, %s", seed, duration)
                    .contains(duration);
        }
    }
}
