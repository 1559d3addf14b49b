package io.holdfast.agent.daemon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir private Path folder;

    @Test
    void aFileInItsPlaceIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("state"));

        assertThatThrownBy(() -> StateDirectory.take(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot use the state directory %s: something of that name is there"
                                        .formatted(file)
                                + " already; expected a directory that this user may write, see"
                                + " agent.state-directory");
    }
}
