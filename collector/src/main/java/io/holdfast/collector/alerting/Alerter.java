package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.EventQuery;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the events in the order of their recording and puts mails into the outbox.
 *
 * <p>The mails of an event, what was told by them, and the place in the events are one transaction.
 */
final class Alerter {

    /** With so many mails waiting, events wait too; they are safe where they are. */
    static final int MOST_OPEN = 2_000;

    private static final String PLACE = "alerting.event";

    private final EventWalk walk;
    private final Events events;
    private final Outbox outbox;
    private final AlertPolicy policy;
    private final MessageIds ids;
    private final InstantSource clock;

    /** Starts where the last one ended; the first one ever starts with the events to come. */
    Alerter(
            Store store,
            Events events,
            Outbox outbox,
            AlertPolicy policy,
            MessageIds ids,
            InstantSource clock) {
        this.events = events;
        this.outbox = outbox;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        walk = new EventWalk(store, events, PLACE);
    }

    /** The id of the last event that was gone through. */
    long place() {
        return walk.place();
    }

    /** Whether so many mails wait that events wait too. */
    boolean full() {
        return outbox.standing().open() >= MOST_OPEN;
    }

    /**
     * Goes through the next events.
     *
     * @return whether there may be more at once
     */
    boolean step() {
        return !full()
                && walk.step(
                        page -> {
                            Map<Long, Map<ComponentId, List<Evidence>>> evidence = new HashMap<>();
                            page.forEach(it -> evidence.put(it.id(), evidence(it)));
                            return (sql, recorded) ->
                                    alert(
                                            sql,
                                            recorded,
                                            evidence.getOrDefault(recorded.id(), Map.of()));
                        });
    }

    private void alert(Statements sql, Recorded recorded, Map<ComponentId, List<Evidence>> evidence)
            throws SQLException {
        ToldTable told = new ToldTable(sql);
        List<Alert> alerts = policy.alerts(recorded, new Lookup(told, evidence));
        for (int i = 0; i < alerts.size(); i++) {
            Alert alert = alerts.get(i);
            String messageId = ids.ofEvent(recorded.id(), i);
            String thread = told.openThread(alert.about()).orElse(messageId);
            told.put(alert, thread);
            Outbox.put(
                    sql,
                    new Mail(
                            0,
                            messageId,
                            thread,
                            alert.subject(),
                            alert.body(),
                            clock.instant(),
                            0));
        }
    }

    /** For each member that does not simply work: what its last change rests on. */
    private Map<ComponentId, List<Evidence>> evidence(Recorded recorded) {
        Map<ComponentId, List<Evidence>> found = new HashMap<>();
        if (recorded.event() instanceof Event.RedundancyChanged changed) {
            changed.after()
                    .ifPresent(
                            after ->
                                    after.troubled().keySet().stream()
                                            .limit(AlertText.MOST_MEMBERS)
                                            .forEach(
                                                    member ->
                                                            found.put(
                                                                    member,
                                                                    evidence(member, recorded))));
        }
        return found;
    }

    private List<Evidence> evidence(ComponentId member, Recorded until) {
        EventQuery query =
                new EventQuery(
                        Optional.empty(),
                        Optional.of(member),
                        Optional.empty(),
                        Optional.of(until.event().at().plusMillis(1)),
                        Optional.empty(),
                        1);
        return events.find(query).stream()
                .map(Recorded::event)
                .filter(Event.ComponentChanged.class::isInstance)
                .map(Event.ComponentChanged.class::cast)
                .findFirst()
                .map(Event.ComponentChanged::evidence)
                .orElse(List.of());
    }

    private record Lookup(ToldTable table, Map<ComponentId, List<Evidence>> known)
            implements AlertPolicy.Memory {

        @Override
        public Optional<Alert.Standing> told(String about) {
            return table.standing(about);
        }

        @Override
        public List<Evidence> evidence(ComponentId component) {
            return known.getOrDefault(component, List.of());
        }
    }
}
