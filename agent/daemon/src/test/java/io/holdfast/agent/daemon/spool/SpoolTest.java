package io.holdfast.agent.daemon.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.state.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    private static final long AMPLE = 64 << 20;
    private static final int LARGEST_CHANGE = 400;

    @TempDir private Path directory;

    @Test
    void whatWasAppendedIsReadInOrderAfterARestart() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Spool spool = Spool.open(directory, AMPLE)) {
            for (int i = 1; i <= 500; i++) {
                Entry entry = entry(7, i, Weight.ESSENTIAL, new byte[100]);
                entries.add(entry);
                spool.append(List.of(entry));
            }
        }
        try (Spool spool = Spool.open(directory, AMPLE)) {
            assertThat(positions(readAll(spool, Position.NONE))).isEqualTo(positions(entries));
            assertThat(spool.entries()).isEqualTo(500);
            assertThat(positions(readAll(spool, new Position(7, 499))))
                    .containsExactly(new Position(7, 500));
        }
    }

    @Test
    void aListNeverCrossesAnIncarnation() throws IOException {
        try (Spool spool = Spool.open(directory, AMPLE)) {
            spool.append(
                    List.of(
                            entry(7, 1, Weight.DETAIL, new byte[1]),
                            entry(7, 2, Weight.DETAIL, new byte[1]),
                            entry(9, 1, Weight.DETAIL, new byte[1])));
            assertThat(positions(spool.read(Position.NONE, 100, 10_000)))
                    .containsExactly(new Position(7, 1), new Position(7, 2));
            assertThat(positions(spool.read(new Position(7, 2), 100, 10_000)))
                    .containsExactly(new Position(9, 1));
        }
    }

    @Test
    void aListEndsAtItsLimitsButIsNeverEmptyForThem() throws IOException {
        try (Spool spool = Spool.open(directory, AMPLE)) {
            for (int i = 1; i <= 10; i++) {
                spool.append(List.of(entry(7, i, Weight.DETAIL, new byte[100])));
            }
            assertThat(spool.read(Position.NONE, 3, 10_000)).hasSize(3);
            assertThat(spool.read(Position.NONE, 100, 250)).hasSize(2);
            assertThat(spool.read(Position.NONE, 100, 1)).hasSize(1);
        }
    }

    @Test
    void whatIsAcknowledgedLeavesTheDisk() throws IOException {
        try (Spool spool = Spool.open(directory, AMPLE)) {
            for (int i = 1; i <= 100; i++) {
                spool.append(List.of(entry(7, i, Weight.ESSENTIAL, new byte[100])));
            }
            spool.trim(new Position(7, 100));
            assertThat(spool.entries()).isZero();
            assertThat(files()).isEmpty();
            spool.append(List.of(entry(7, 101, Weight.ESSENTIAL, new byte[100])));
            assertThat(positions(readAll(spool, Position.NONE)))
                    .containsExactly(new Position(7, 101));
        }
    }

    /** Details go before anything else goes, and the oldest of each sort go first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOldestDetailGoesFirst(long seed) throws IOException {
        Random random = new Random(seed);
        List<Entry> all = new ArrayList<>();
        try (Spool spool = Spool.open(directory, 50_000)) {
            for (int i = 1; i <= 1_500; i++) {
                Weight weight = random.nextInt(4) == 0 ? Weight.ESSENTIAL : Weight.DETAIL;
                Entry entry = entry(7, i, weight, new byte[random.nextInt(LARGEST_CHANGE)]);
                all.add(entry);
                long essentialsBefore = spool.droppedEssentials();
                spool.append(List.of(entry));
                assertThat(spool.bytes()).as("seed %s", seed).isLessThanOrEqualTo(50_000);
                if (spool.droppedEssentials() > essentialsBefore) {
                    assertThat(readAll(spool, Position.NONE))
                            .filteredOn(e -> !e.equals(entry) && e.weight() == Weight.DETAIL)
                            .extracting(Entry::position)
                            .isSubsetOf(entry.position());
                }
            }
            List<Entry> left = readAll(spool, Position.NONE);
            for (Weight weight : Weight.values()) {
                List<Position> kept = positions(only(weight, left));
                List<Position> given = positions(only(weight, all));
                assertThat(kept)
                        .as("seed %s: %s", seed, weight)
                        .isEqualTo(given.subList(given.size() - kept.size(), given.size()));
            }
            assertThat(spool.droppedDetails() + spool.droppedEssentials() + left.size())
                    .isEqualTo(all.size());
            assertThat(spool.droppedDetails()).isPositive();
            assertThat(spool.droppedEssentials()).isPositive();
        }
    }

    /** Whatever byte the power went at, the spool is a prefix of what was given to it. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aCrashAtAnyByteTearsOffNoMoreThanTheTail(long seed) throws IOException {
        Random random = new Random(seed);
        List<Entry> expected = new ArrayList<>();
        long sequence = 0;
        for (int life = 1; life <= 15; life++) {
            int before;
            try (Spool spool = Spool.open(directory, AMPLE)) {
                List<Entry> found = readAll(spool, Position.NONE);
                assertThat(positions(found))
                        .as("seed %s, life %s", seed, life)
                        .isEqualTo(positions(expected).subList(0, found.size()));
                assertThat(found).hasSizeGreaterThanOrEqualTo(expected.size() - 20);
                expected = new ArrayList<>(found);
                before = expected.size();
                for (int i = 1 + random.nextInt(20); i > 0; i--) {
                    byte[] change = new byte[random.nextInt(LARGEST_CHANGE)];
                    random.nextBytes(change);
                    Entry entry = entry(life, ++sequence, Weight.ESSENTIAL, change);
                    spool.append(List.of(entry));
                    expected.add(entry);
                }
            }
            assertThat(expected.size()).isGreaterThan(before);
            List<Path> files = files();
            damage(files.getLast(), random);
        }
    }

    @Test
    void foreignFilesAreLeftAlone() throws IOException {
        Path foreign = Files.writeString(directory.resolve("README"), "mine\n");
        Path torn = Files.writeString(directory.resolve("x.spool.tmp"), "half");
        Spool.open(directory, AMPLE).close();
        assertThat(foreign).hasContent("mine\n");
        assertThat(torn).doesNotExist();
    }

    private static void damage(Path file, Random random) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = random.nextLong(channel.size() + 1);
            if (random.nextBoolean() || at == channel.size()) {
                channel.truncate(at);
            } else {
                var one = ByteBuffer.allocate(1);
                channel.read(one, at);
                one.put(0, (byte) (one.get(0) ^ (1 << random.nextInt(8))));
                one.flip();
                channel.write(one, at);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static List<Entry> readAll(Spool spool, Position after) {
        List<Entry> all = new ArrayList<>();
        Position from = after;
        while (true) {
            List<Entry> some = spool.read(from, 50, 10_000);
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
            from = some.getLast().position();
        }
    }

    private static List<Entry> only(Weight weight, List<Entry> entries) {
        return entries.stream().filter(e -> e.weight() == weight).toList();
    }

    private static List<Position> positions(List<Entry> entries) {
        return entries.stream().map(Entry::position).toList();
    }

    private static Entry entry(long incarnation, long sequence, Weight weight, byte[] change) {
        return new Entry(new Position(incarnation, sequence), weight, change);
    }
}
