package io.holdfast.agent.devices.redfish.event;

import io.holdfast.agent.devices.redfish.Access;
import io.holdfast.agent.devices.redfish.http.Connection;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.EventLines;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpTrouble;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Listens to a BMC's stream of events on a connection of its own.
 *
 * @param access how the BMC is reached
 * @param place where the stream is
 */
public record EventStream(Access access, Link place) {

    /** A stream of which so long nothing was heard is taken for dead: BMCs send keep-alives. */
    static final Duration LONGEST_QUIET = Duration.ofMinutes(10);

    /**
     * Hands hints on until the stream ends, and says why it ended. The caller polls meanwhile, as
     * it does without a stream, only less often if it likes.
     *
     * @param headers what shows who asks
     * @throws InterruptedException if the thread was interrupted
     */
    public Silence listen(List<HttpRequest.Header> headers, HintSink sink)
            throws InterruptedException {
        HttpRequest request =
                new HttpRequest(
                        "GET", place.path(), "text/event-stream", headers, Optional.empty());
        Deadline soon = Deadline.in(access.limits().answerTime(), access.ticker());
        try (Connection connection = access.connector().connect(access.endpoint(), soon)) {
            EventLines lines = EventLines.open(connection, request, access.endpoint(), soon);
            SseReader reader = new SseReader();
            while (true) {
                Deadline quiet = Deadline.in(LONGEST_QUIET, access.ticker());
                Optional<String> event = reader.line(lines.next(quiet));
                if (event.isPresent()
                        && EventDecoder.decode(event.get()) instanceof EventRead.Events events) {
                    events.hints().forEach(sink::hint);
                }
            }
        } catch (HttpTrouble trouble) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while listening");
            }
            return Silence.of(
                    Silence.Cause.FAILED, "the stream of events ended: " + trouble.detail());
        }
    }
}
