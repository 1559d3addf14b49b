package io.holdfast.collector.history;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.EventKind;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes events again from what {@link EventText} made of them. */
final class EventReading {

    static final String GROUP_PREFIX = "group:";

    private EventReading() {}

    /**
     * The event of a row.
     *
     * @param subject what follows the host in the name of what it is about; may be empty
     * @throws RuntimeException if the row was not written by {@link EventText}
     */
    static Event read(EventKind kind, HostId host, Instant at, String subject, String detail) {
        Deque<String> fields = Fields.split(detail);
        return switch (kind) {
            case COMPONENT_CHANGED ->
                    new Event.ComponentChanged(
                            ComponentId.parse(host + "/" + subject),
                            at,
                            optionalStanding(fields.remove()),
                            standing(fields.remove()),
                            fields.remove(),
                            evidence(fields.remove()));
            case REDUNDANCY_CHANGED ->
                    new Event.RedundancyChanged(
                            GroupId.parse(host + "/" + subject),
                            at,
                            group(fields.remove()),
                            group(fields.remove()));
            case AGENT_CONNECTED ->
                    new Event.AgentConnected(
                            host, at, fields.remove(), Long.parseLong(fields.remove()));
            case AGENT_SILENT -> new Event.AgentSilent(host, at, Instant.parse(fields.remove()));
            case AGENT_HEARD -> new Event.AgentHeard(host, at, Duration.parse(fields.remove()));
            case DETAIL_DROPPED ->
                    new Event.DetailDropped(host, at, Long.parseLong(fields.remove()));
            case STATE_REPAIRED ->
                    new Event.StateRepaired(host, at, Integer.parseInt(fields.remove()));
            case INVENTORY_DIFFERS ->
                    new Event.InventoryDiffers(host, at, Fields.items(fields.remove()));
            case INVENTORY_ACCEPTED ->
                    new Event.InventoryAccepted(
                            host,
                            at,
                            fields.remove(),
                            Integer.parseInt(fields.remove()),
                            Fields.items(fields.remove()).stream()
                                    .map(ComponentId::parse)
                                    .toList());
            case AGENT_ENROLLED ->
                    new Event.AgentEnrolled(
                            host, at, fields.remove(), Boolean.parseBoolean(fields.remove()));
            case AGENT_REVOKED ->
                    new Event.AgentRevoked(host, at, fields.remove(), fields.remove());
            case HOST_RETIRED -> new Event.HostRetired(host, at, fields.remove(), fields.remove());
            case AGENT_DOUBLED -> new Event.AgentDoubled(host, at, Fields.items(fields.remove()));
            case DEVICE_SILENT -> new Event.DeviceSilent(host, at, instant(fields.remove()));
            case DEVICE_HEARD -> new Event.DeviceHeard(host, at, Duration.parse(fields.remove()));
            case DEVICE_MOVED ->
                    new Event.DeviceMoved(
                            host, at, optionalHost(fields.remove()), optionalHost(fields.remove()));
        };
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Optional<HostId> optionalHost(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(HostId.parse(id));
    }

    private static Optional<Standing> optionalStanding(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(standing(word));
    }

    private static Standing standing(String word) {
        return Standing.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<Evidence> evidence(String field) {
        return Fields.items(field).stream()
                .map(Fields::innerParts)
                .map(p -> new Evidence(p.get(0), p.get(1), p.get(2), p.get(3)))
                .toList();
    }

    private static Optional<GroupStanding> group(String field) {
        List<String> items = Fields.items(field);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = Fields.innerParts(items.getFirst());
        SortedMap<ComponentId, Standing> troubled = new TreeMap<>();
        for (String item : items.subList(1, items.size())) {
            List<String> parts = Fields.innerParts(item);
            troubled.put(ComponentId.parse(parts.get(0)), standing(parts.get(1)));
        }
        return Optional.of(
                new GroupStanding(
                        Redundancy.ofWord(numbers.get(0)).orElseThrow(),
                        Integer.parseInt(numbers.get(1)),
                        Integer.parseInt(numbers.get(2)),
                        Integer.parseInt(numbers.get(3)),
                        troubled));
    }
}
