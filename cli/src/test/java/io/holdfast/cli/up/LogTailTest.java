package io.holdfast.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @Test
    void theFileGoesOnOnceItCanBeWrittenAgain(@TempDir Path folder) throws IOException {
        Path logs = folder.resolve("logs");
        Path file = logs.resolve("agent.log");
        LogTail log = LogTail.anew(file);

        log.follow(
                new SequenceInputStream(
                        lines("one\ntwo\n"), new Meanwhile(logs, lines("three\nfour\n"))));

        assertThat(Files.readString(file)).isEqualTo("three\nfour\n");
        assertThat(log.lastLines()).hasSize(5).startsWith("one").endsWith("two", "three", "four");
        assertThat(log.lastLines().get(1)).startsWith("(not in " + file + " from here on: ");
    }

    @Test
    void aLogThatBeginsAnewForgetsAndOneThatGoesOnDoesNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("agent.log");
        LogTail.anew(file).follow(lines("one\n"));
        LogTail.further(file).follow(lines("two\n"));
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
        LogTail.anew(file).follow(lines("three\n"));
        assertThat(Files.readString(file)).isEqualTo("three\n");
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Before it is read, there is room. */
    private static final class Meanwhile extends InputStream {

        private final Path folder;
        private final InputStream rest;

        private Meanwhile(Path folder, InputStream rest) {
            this.folder = folder;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            makeRoom();
            return rest.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            makeRoom();
            return rest.read(bytes, from, length);
        }

        private void makeRoom() {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
