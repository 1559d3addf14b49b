package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.shown.ShownEvent;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.EventQuery;
import io.holdfast.collector.operations.EventQuery.Cursor;
import io.holdfast.collector.operations.Events;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.json.JsonRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what has happened. */
final class Happenings {

    static final int NORMAL_LIMIT = 100;

    private static final JsonRecord<EventPage> PAGE = JsonRecord.of(EventPage.class);
    private static final Set<String> PAST =
            Set.of("host", "component", "from", "until", "before", "limit");

    private final Events events;

    Happenings(Events events) {
        this.events = events;
    }

    Answer page(Call call) {
        return call.query("after", Parameters::id)
                .map(id -> later(call, id))
                .orElseGet(() -> past(call));
    }

    Answer follow(Call call) {
        call.expectQuery(Set.of("after"));
        // A client that lost its connection says where it was (HTML Living Standard, section
        // 9.2.4).
        long after =
                Optional.ofNullable(call.headers().get("last-event-id"))
                        .map(id -> Call.understood("Last-Event-ID", id, Parameters::id))
                        .or(() -> call.query("after", Parameters::id))
                        .orElseGet(events::latestId);
        return new Answer.Follow(after);
    }

    private Answer later(Call call, long after) {
        call.expectQuery(Set.of("after", "limit"));
        List<Recorded> found = events.after(after, limit(call));
        return answer(found, Optional.empty());
    }

    private Answer past(Call call) {
        call.expectQuery(PAST);
        int limit = limit(call);
        EventQuery query =
                new EventQuery(
                        call.query("host", HostId::parse),
                        call.query("component", ComponentId::parse),
                        call.query("from", Parameters::moment),
                        call.query("until", Parameters::moment),
                        call.query("before", Parameters::cursor),
                        limit);
        List<Recorded> found = events.find(query);
        return answer(found, found.size() < limit ? Optional.empty() : older(found.getLast()));
    }

    private Answer answer(List<Recorded> found, Optional<String> older) {
        return Answer.ok(
                PAGE,
                new EventPage(
                        found.stream().map(ShownEvent::report).toList(), older, events.latestId()));
    }

    private static Optional<String> older(Recorded last) {
        return Optional.of(Parameters.text(new Cursor(last.event().at(), last.id())));
    }

    private static int limit(Call call) {
        return Parameters.limit(call, NORMAL_LIMIT, EventQuery.MOST);
    }
}
