package io.holdfast.collector.northbound;

import io.holdfast.collector.alerting.Alert;
import io.holdfast.collector.alerting.AlertPolicy;
import io.holdfast.collector.alerting.EventWalk;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Redundancy;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Goes through the events in the order of their recording and puts a notification for each receiver
 * into the outbox.
 *
 * <p>The notifications of an event, what was told by them, and the place in the events are one
 * transaction.
 */
final class TrapAlerter {

    /** With so many waiting, events wait too; they are safe where they are. */
    static final int MOST_OPEN = 10_000;

    private static final String PLACE = "northbound.event";
    private static final GroupStanding GONE =
            new GroupStanding(Redundancy.UNKNOWN, 0, 0, 0, new TreeMap<>());

    private final EventWalk walk;
    private final TrapOutbox outbox;
    private final AlertPolicy policy;
    private final List<String> receivers;
    private final Function<GroupId, Optional<String>> kinds;
    private final InstantSource clock;

    /** Starts where the last one ended; the first one ever starts with the events to come. */
    TrapAlerter(
            Store store,
            Events events,
            AlertPolicy policy,
            List<String> receivers,
            Function<GroupId, Optional<String>> kinds,
            InstantSource clock) {
        this.policy = policy;
        this.receivers = List.copyOf(receivers);
        this.kinds = kinds;
        this.clock = clock;
        outbox = new TrapOutbox(store);
        walk = new EventWalk(store, events, PLACE);
    }

    /** The id of the last event that was gone through. */
    long place() {
        return walk.place();
    }

    /** Whether so many wait that events wait too. */
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
                            Map<GroupId, String> known = kinds(page);
                            return (sql, recorded) -> tell(sql, recorded, known);
                        });
    }

    private Map<GroupId, String> kinds(List<Recorded> page) {
        Map<GroupId, String> known = new HashMap<>();
        for (Recorded recorded : page) {
            if (recorded.event() instanceof Event.RedundancyChanged changed) {
                known.computeIfAbsent(changed.group(), group -> kind(changed));
            }
        }
        return known;
    }

    private void tell(Statements sql, Recorded recorded, Map<GroupId, String> known)
            throws SQLException {
        if (!(recorded.event() instanceof Event.RedundancyChanged changed)) {
            return;
        }
        for (Alert alert : policy.alerts(recorded, new Memory(sql))) {
            TrapOutbox.tell(sql, alert);
            GroupStanding after = changed.after().orElse(GONE);
            String group = changed.group().toString();
            Notice notice =
                    new Notice(
                            0,
                            TrapOutbox.number(sql, group),
                            group,
                            known.getOrDefault(changed.group(), ""),
                            after.redundancy(),
                            after.spares(),
                            after.members(),
                            after.needed(),
                            clock.instant(),
                            0);
            for (String receiver : receivers) {
                TrapOutbox.put(sql, recorded.id(), receiver, notice);
            }
        }
    }

    /** The kind of a group's members: of a troubled one, or as the inventory has them. */
    private String kind(Event.RedundancyChanged changed) {
        return changed.after().or(changed::before).stream()
                .flatMap(standing -> standing.troubled().keySet().stream())
                .findFirst()
                .map(member -> member.kind().word())
                .or(() -> kinds.apply(changed.group()))
                .orElse("");
    }

    private record Memory(Statements sql) implements AlertPolicy.Memory {

        @Override
        public Optional<Alert.Standing> told(String about) {
            try {
                return TrapOutbox.told(sql, about);
            } catch (SQLException e) {
                throw new StoreException("cannot read what was told of " + about, e);
            }
        }

        /** Notifications carry no evidence. */
        @Override
        public List<Evidence> evidence(ComponentId component) {
            return List.of();
        }
    }
}
