package io.holdfast.wire.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignLogTest {

    private static final Logger GRPC = Logger.getLogger("io.grpc.netty.NettyServerHandler");

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void listen() {
        ForeignLog.into((weight, logger, text) -> lines.add(weight + " " + logger + " " + text));
    }

    @AfterEach
    void asBefore() throws IOException {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void aWarningIsOneLineWhateverItCarries() {
        GRPC.log(Level.WARNING, "Stream Error\n\tin stream {0}", 7);
        GRPC.log(
                Level.SEVERE,
                "gave up",
                new IllegalStateException("a\nb", new IOException("broken pipe")));
        assertThat(lines)
                .containsExactly(
                        "WARNING io.grpc.netty.NettyServerHandler Stream Error | in stream 7",
                        "ERROR io.grpc.netty.NettyServerHandler gave up:"
                                + " java.lang.IllegalStateException: a | b, because of"
                                + " java.io.IOException: broken pipe");
    }

    @Test
    void whatIsNoWarningIsNotSaid() {
        GRPC.info("listening");
        GRPC.fine("a frame");
        assertThat(lines).isEmpty();
    }
}
