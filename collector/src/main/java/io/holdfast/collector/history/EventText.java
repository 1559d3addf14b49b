package io.holdfast.collector.history;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of an event that has no column of its own, as text. */
final class EventText {

    private EventText() {}

    /** What follows the host in the name of what the event is about; empty for the host itself. */
    static Optional<String> subject(Event event) {
        return switch (event) {
            case Event.ComponentChanged e -> Optional.of(e.component().local());
            case Event.RedundancyChanged e ->
                    Optional.of(EventReading.GROUP_PREFIX + e.group().name());
            case Event.AgentConnected e -> Optional.empty();
            case Event.AgentSilent e -> Optional.empty();
            case Event.AgentHeard e -> Optional.empty();
            case Event.DetailDropped e -> Optional.empty();
            case Event.StateRepaired e -> Optional.empty();
            case Event.InventoryDiffers e -> Optional.empty();
            case Event.InventoryAccepted e -> Optional.empty();
            case Event.AgentEnrolled e -> Optional.empty();
            case Event.AgentRevoked e -> Optional.empty();
            case Event.HostRetired e -> Optional.empty();
            case Event.AgentDoubled e -> Optional.empty();
            case Event.DeviceSilent e -> Optional.empty();
            case Event.DeviceHeard e -> Optional.empty();
            case Event.DeviceMoved e -> Optional.empty();
        };
    }

    static String detail(Event event) {
        return switch (event) {
            case Event.ComponentChanged e ->
                    Fields.join(
                            e.before().map(EventText::word).orElse(""),
                            word(e.after()),
                            Fields.plain(e.detail()),
                            evidence(e.evidence()));
            case Event.RedundancyChanged e ->
                    Fields.join(
                            e.before().map(EventText::standing).orElse(""),
                            e.after().map(EventText::standing).orElse(""));
            case Event.AgentConnected e ->
                    Fields.join(Fields.plain(e.version()), Long.toString(e.incarnation()));
            case Event.AgentSilent e -> e.lastHeard().toString();
            case Event.AgentHeard e -> e.silentFor().toString();
            case Event.DetailDropped e -> Long.toString(e.dropped());
            case Event.StateRepaired e -> Integer.toString(e.differences());
            case Event.InventoryDiffers e ->
                    Fields.list(e.differences().stream().map(Fields::plain).toList());
            case Event.InventoryAccepted e ->
                    Fields.join(
                            Fields.plain(e.by()),
                            Integer.toString(e.components()),
                            Fields.list(
                                    e.alreadyBad().stream().map(ComponentId::toString).toList()));
            case Event.AgentEnrolled e ->
                    Fields.join(Fields.plain(e.means()), Boolean.toString(e.again()));
            case Event.AgentRevoked e ->
                    Fields.join(Fields.plain(e.by()), Fields.plain(e.reason()));
            case Event.HostRetired e -> Fields.join(Fields.plain(e.by()), Fields.plain(e.reason()));
            case Event.AgentDoubled e ->
                    Fields.list(e.speakers().stream().map(Fields::plain).toList());
            case Event.DeviceSilent e -> e.lastAnswer().map(Instant::toString).orElse("");
            case Event.DeviceHeard e -> e.silentFor().toString();
            case Event.DeviceMoved e ->
                    Fields.join(
                            e.from().map(HostId::toString).orElse(""),
                            e.to().map(HostId::toString).orElse(""));
        };
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static String evidence(List<Evidence> evidence) {
        return Fields.list(
                evidence.stream()
                        .map(e -> Fields.inner(e.source(), e.key(), e.value(), e.label()))
                        .toList());
    }

    private static String standing(GroupStanding standing) {
        List<String> troubled =
                standing.troubled().entrySet().stream()
                        .map(e -> Fields.inner(e.getKey().toString(), word(e.getValue())))
                        .toList();
        String numbers =
                Fields.inner(
                        standing.redundancy().word(),
                        Integer.toString(standing.spares()),
                        Integer.toString(standing.needed()),
                        Integer.toString(standing.members()));
        return troubled.isEmpty() ? numbers : Fields.list(List.of(numbers, Fields.list(troubled)));
    }
}
