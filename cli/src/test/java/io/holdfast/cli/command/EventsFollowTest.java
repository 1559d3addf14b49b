package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.Pause;
import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following a collector that goes and comes back. */
class EventsFollowTest {

    private static final String NOTHING =
            JsonRecord.of(EventPage.class).text(new EventPage(List.of(), Optional.empty(), 7));

    @TempDir private Path folder;

    @Test
    void aCollectorThatStartsAgainIsWaitedFor() throws IOException {
        Path socket = folder.resolve("c.sock");
        AnsweringCollector[] collector = {collector(socket)};
        int[] pauses = {0};
        Pause pause =
                length -> {
                    pauses[0]++;
                    try {
                        switch (pauses[0]) {
                            case 1 -> {
                                collector[0].close();
                                Files.delete(socket);
                            }
                            case 3 -> collector[0] = collector(socket);
                            case 5 -> throw new InterruptedException("enough");
                            default -> {
                                // Nothing changes.
                            }
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        HoldfastCommand.line(context(socket, err, pause)).execute("events", "--follow");

        assertThat(err.toString(StandardCharsets.UTF_8).lines().limit(2).toList())
                .containsExactly(
                        "holdfast: expected a collector that listens, found none (%s: no such socket); going on when it answers"
                                .formatted(socket),
                        "holdfast: the collector answers again");
        assertThat(collector[0].asked())
                .containsExactly("GET /v1/events?after=7", "GET /v1/events?after=7");
        collector[0].close();
    }

    private static Context context(Path socket, ByteArrayOutputStream err, Pause pause) {
        Context usual =
                CliRun.context(
                        Map.of("HOLDFAST_COLLECTOR", socket.toString()),
                        new ByteArrayOutputStream(),
                        err);
        return new Context(
                usual.environment(),
                usual.terminal(),
                usual.out(),
                usual.err(),
                usual.clock(),
                usual.ticker(),
                pause,
                usual.random(),
                usual.zone(),
                usual.installation());
    }

    private static AnsweringCollector collector(Path socket) throws IOException {
        return new AnsweringCollector(
                socket,
                Map.of(
                        "GET /v1/events?from=2026-02-28T12%3A00%3A00Z&limit=1000", NOTHING,
                        "GET /v1/events?after=7", NOTHING));
    }
}
