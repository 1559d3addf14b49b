package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void whatGoesThroughIsNotLost() {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        Output output = new Output(sink);
        try (PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            out.print("all of it");
        }

        assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("all of it");
        assertThat(output.loss()).isEmpty();
    }

    @Test
    void aFullDiskIsRemembered() {
        Output output = printed("No space left on device");

        assertThat(output.loss()).hasValue("No space left on device");
        assertThat(output.readerGone()).isFalse();
    }

    @Test
    void aReaderThatWentAwayIsNoFault() {
        assertThat(printed("Broken pipe").readerGone()).isTrue();
    }

    private static Output printed(String error) {
        Output output = new Output(new Broken(error));
        try (PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            out.println("a line");
        }
        return output;
    }

    private static final class Broken extends OutputStream {

        private final String error;

        Broken(String error) {
            this.error = error;
        }

        @Override
        public void write(int octet) throws IOException {
            throw new IOException(error);
        }
    }
}
