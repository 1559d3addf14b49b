package io.holdfast.collector.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.fake.FakeEvents;
import io.holdfast.collector.api.fake.Hosts;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.operations.Role;
import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.EventReport;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsRouteTest {

    private final FakeEvents events = new FakeEvents();
    private final Happenings happenings = new Happenings(events);

    @BeforeEach
    void five() {
        for (int i = 1; i <= 5; i++) {
            events.add(new Event.AgentConnected(Hosts.DB07, Hosts.AT.plusSeconds(i), "0.1.0", i));
        }
    }

    private static Call call(Map<String, String> query, Map<String, String> headers) {
        return new Call(
                new Caller("ada", Role.VIEWER, false),
                Map.of(),
                query,
                headers,
                InputStream.nullInputStream());
    }

    private EventPage page(Map<String, String> query) {
        return happenings.page(call(query, Map.of())) instanceof Answer.Json<?> json
                ? (EventPage) json.value()
                : new EventPage(List.of(), Optional.empty(), -1);
    }

    @Test
    void pagesLeadThroughTheWholePast() {
        EventPage first = page(Map.of("limit", "2"));
        assertThat(first.events()).extracting(EventReport::id).containsExactly(5L, 4L);
        assertThat(first.latestId()).isEqualTo(5);
        EventPage second = page(Map.of("limit", "2", "before", first.older().orElseThrow()));
        assertThat(second.events()).extracting(EventReport::id).containsExactly(3L, 2L);
        EventPage third = page(Map.of("limit", "2", "before", second.older().orElseThrow()));
        assertThat(third.events()).extracting(EventReport::id).containsExactly(1L);
        assertThat(third.older()).isEmpty();
    }

    @Test
    void aMomentThatIsNoneIsToldWithOneThatWouldDo() {
        assertThatThrownBy(() -> page(Map.of("from", "yesterday")))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "from: expected a moment such as 2026-03-01T12:00:00Z, found 'yesterday'");
    }

    @Test
    void readsOnInTheOrderOfRecording() {
        assertThat(page(Map.of("after", "3")).events())
                .extracting(EventReport::id)
                .containsExactly(4L, 5L);
    }

    @Test
    void followsFromNowOrFromWhereTheClientWas() {
        assertThat(happenings.follow(call(Map.of(), Map.of()))).isEqualTo(new Answer.Follow(5));
        assertThat(happenings.follow(call(Map.of("after", "2"), Map.of())))
                .isEqualTo(new Answer.Follow(2));
        assertThat(happenings.follow(call(Map.of("after", "2"), Map.of("last-event-id", "4"))))
                .isEqualTo(new Answer.Follow(4));
    }
}
