package io.holdfast.agent.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncarnationFileTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_772_366_400);

    @TempDir private Path directory;

    @Test
    void everyStartIsAfterAllBefore() throws IOException {
        IncarnationFile file = new IncarnationFile(directory);
        assertThat(file.next(NOW, 0)).isEqualTo(1_772_366_400);
        assertThat(file.next(NOW, 0)).isEqualTo(1_772_366_401);
        assertThat(new IncarnationFile(directory).next(NOW.minusSeconds(86_400), 0))
                .isEqualTo(1_772_366_402);
    }

    @Test
    void itIsAfterWhateverTheCollectorRemembers() throws IOException {
        assertThat(new IncarnationFile(directory).next(NOW, 9_999_999_999L))
                .isEqualTo(10_000_000_000L);
    }

    @Test
    void aBrokenFileCountsAsNone() throws IOException {
        Files.writeString(directory.resolve("incarnation"), "\0\0\0\0");
        assertThat(new IncarnationFile(directory).next(NOW, 0)).isEqualTo(1_772_366_400);
    }
}
