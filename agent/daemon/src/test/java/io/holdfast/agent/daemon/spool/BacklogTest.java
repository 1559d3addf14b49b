package io.holdfast.agent.daemon.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.state.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {

    @TempDir private Path directory;

    @Test
    void diskComesBeforeMemory() throws IOException {
        Backlog backlog = new Backlog(Spool.open(directory, 1 << 20));
        add(backlog, 1, 3, Weight.ESSENTIAL);
        backlog.spill();
        add(backlog, 4, 5, Weight.ESSENTIAL);
        assertThat(backlog.onDisk()).isEqualTo(3);
        assertThat(sequences(backlog, 0)).containsExactly(1L, 2L, 3L);
        assertThat(sequences(backlog, 3)).containsExactly(4L, 5L);
        backlog.trim(new Position(7, 4));
        assertThat(backlog.onDisk()).isZero();
        assertThat(sequences(backlog, 0)).containsExactly(5L);
    }

    @Test
    void whenMemoryIsFullDetailsGoFirst() throws IOException {
        Backlog backlog = new Backlog(Spool.open(directory, 1 << 20));
        int many = Backlog.MOST_MEMORY_BYTES / (Entry.OVERHEAD_BYTES + 100);
        add(backlog, 1, 10, Weight.ESSENTIAL);
        add(backlog, 11, many + 50, Weight.DETAIL);
        assertThat(backlog.dropped()).isBetween(50L, 52L);
        assertThat(sequences(backlog, 0)).startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(backlog.crowded()).isTrue();
    }

    /** A directory that is gone stands in for a disk that takes nothing. */
    @Test
    void whatTheDiskDoesNotTakeStaysInMemoryUntilItDoes() throws IOException {
        Path spool = directory.resolve("spool");
        Backlog backlog = new Backlog(Spool.open(spool, 1 << 20));
        Files.delete(spool);
        Spiller spiller = new Spiller(backlog);
        add(backlog, 1, 3, Weight.ESSENTIAL);
        assertThatThrownBy(backlog::spill).isInstanceOf(IOException.class);
        spiller.spill();
        assertThat(spiller.failures()).isEqualTo(1);
        assertThat(backlog.onDisk()).isZero();
        assertThat(sequences(backlog, 0)).containsExactly(1L, 2L, 3L);
        Files.createDirectory(spool);
        spiller.spill();
        assertThat(spiller.failures()).isEqualTo(1);
        assertThat(backlog.onDisk()).isEqualTo(3);
        assertThat(sequences(backlog, 0)).containsExactly(1L, 2L, 3L);
    }

    private static void add(Backlog backlog, int from, int to, Weight weight) {
        for (int i = from; i <= to; i++) {
            backlog.add(List.of(new Entry(new Position(7, i), weight, new byte[100])));
        }
    }

    private static List<Long> sequences(Backlog backlog, long after) {
        return backlog.read(new Position(7, after), 100_000, 1 << 24).stream()
                .map(e -> e.position().sequence())
                .toList();
    }
}
