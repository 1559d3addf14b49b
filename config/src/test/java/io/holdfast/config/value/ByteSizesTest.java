package io.holdfast.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTest {

    @ParameterizedTest
    @CsvSource({
        "0B, 0",
        "512B, 512",
        "1kB, 1000",
        "1KiB, 1024",
        "64MiB, 67108864",
        "2GB, 2000000000",
        "1TiB, 1099511627776",
    })
    void readsWhatPeopleWrite(String text, long bytes) {
        assertThat(ByteSizes.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "64M", "64mib", "64 MiB", "-1B", "1.5GiB", "9999999999TiB"})
    void refusesTheRest(String text) {
        assertThat(ByteSizes.parse(text)).isEmpty();
    }

    @Test
    void everySizeSurvivesWritingAndReading() {
        long seed = 20260301;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long bytes = random.nextLong(1000) << random.nextInt(38);
            assertThat(ByteSizes.parse(ByteSizes.format(bytes)))
                    .as("seed %s, %s", seed, bytes)
                    .contains(bytes);
        }
    }
}
