package io.holdfast.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bytesBringBackEverySlot(long seed) throws IOException {
        Random random = new Random(seed);
        Block block = new Block();
        Map<String, Stat> written = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            long series = 1L + random.nextInt(1_000_000);
            int slot = random.nextInt(24);
            Stat stat = Stat.of(random.nextGaussian() * 1000);
            for (int more = random.nextInt(5); more > 0; more--) {
                stat = stat.with(Stat.of(random.nextGaussian() * 1000));
            }
            block.add(series, slot, stat);
            written.merge(series + "/" + slot, stat, Stat::with);
        }

        Map<String, Stat> read = new HashMap<>();
        Block.of(block.bytes())
                .forEach((series, slot, stat) -> read.put(series + "/" + slot, stat));

        assertThat(read.keySet()).isEqualTo(written.keySet());
        written.forEach(
                (place, stat) -> {
                    Stat back = read.getOrDefault(place, Stat.of(Double.NaN));
                    assertThat(back.count()).isEqualTo(stat.count());
                    assertThat(back.min()).isCloseTo(stat.min(), within(0.001));
                    assertThat(back.max()).isCloseTo(stat.max(), within(0.001));
                    assertThat(back.mean()).isCloseTo(stat.mean(), within(0.001));
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void damagedBytesAreRefusedAndNeverHang(long seed) {
        Random random = new Random(seed);
        Block block = new Block();
        for (int i = 0; i < 50; i++) {
            block.add(1L + random.nextInt(100), random.nextInt(10), Stat.of(i));
        }
        byte[] bytes = block.bytes();
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                // Some damage gives other numbers; what matters is that it ends.
                assertThat(Block.of(damaged)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatThrownBy(() -> Block.of(new byte[] {9, 9}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 1");
        assertThatThrownBy(() -> Block.of(new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void twoStatsTogetherAreTheStatOfAllValues() {
        Stat all = Stat.of(1).with(Stat.of(2)).with(Stat.of(6).with(Stat.of(7)));

        assertThat(all).isEqualTo(new Stat(1, 7, 4, 4));
    }
}
