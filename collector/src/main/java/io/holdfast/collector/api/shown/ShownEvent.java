package io.holdfast.collector.api.shown;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.EventKind;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.event.Recorded;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.report.ComponentReports;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** An event as clients see it. */
public final class ShownEvent {

    private ShownEvent() {}

    /** The report of an event. */
    public static EventReport report(Recorded recorded) {
        Event event = recorded.event();
        return switch (event) {
            case Event.ComponentChanged e -> component(recorded, e);
            case Event.RedundancyChanged e -> redundancy(recorded, e);
            case Event.AgentConnected e ->
                    plain(recorded, "version " + e.version() + ", start " + e.incarnation(), "");
            case Event.AgentSilent e ->
                    plain(
                            recorded,
                            "last heard at " + e.lastHeard().truncatedTo(ChronoUnit.SECONDS),
                            "");
            case Event.AgentHeard e ->
                    plain(recorded, "was silent for " + e.silentFor().toSeconds() + " s", "");
            case Event.DetailDropped e ->
                    plain(
                            recorded,
                            e.dropped() + " details dropped; the latest state is whole",
                            "");
            case Event.StateRepaired e ->
                    plain(recorded, e.differences() + " differences put right", "");
            case Event.InventoryDiffers e ->
                    plain(
                            recorded,
                            e.differences().isEmpty()
                                    ? "as accepted again"
                                    : String.join("; ", e.differences()),
                            "");
            case Event.InventoryAccepted e -> plain(recorded, accepted(e), e.by());
            case Event.AgentEnrolled e ->
                    plain(recorded, "by " + e.means() + (e.again() ? ", again" : ""), "");
            case Event.AgentRevoked e -> plain(recorded, e.reason(), e.by());
            case Event.HostRetired e -> plain(recorded, e.reason(), e.by());
            case Event.AgentDoubled e -> plain(recorded, String.join("; ", e.speakers()), "");
            case Event.DeviceSilent e ->
                    plain(
                            recorded,
                            e.lastAnswer()
                                    .map(
                                            at ->
                                                    "last answered at "
                                                            + at.truncatedTo(ChronoUnit.SECONDS))
                                    .orElse("never answered"),
                            "");
            case Event.DeviceHeard e ->
                    plain(recorded, "was silent for " + e.silentFor().toSeconds() + " s", "");
            case Event.DeviceMoved e -> moved(recorded, e);
        };
    }

    private static EventReport moved(Recorded recorded, Event.DeviceMoved event) {
        String to =
                event.to().map(agent -> "polled by " + agent).orElse("nobody polls it any more");
        String from = event.from().map(agent -> ", before by " + agent).orElse("");
        return plain(recorded, to + from, "");
    }

    private static String accepted(Event.InventoryAccepted event) {
        String bad =
                event.alreadyBad().stream()
                        .map(ComponentId::local)
                        .collect(Collectors.joining(", "));
        return event.components()
                + " components accepted"
                + (bad.isEmpty() ? "" : "; already bad: " + bad);
    }

    private static EventReport component(Recorded recorded, Event.ComponentChanged event) {
        return new EventReport(
                recorded.id(),
                event.at(),
                recorded.recordedAt(),
                type(event),
                event.host().toString(),
                event.component().toString(),
                event.before().map(ShownEvent::word).orElse(""),
                word(event.after()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                event.detail(),
                event.evidence().stream().map(ComponentReports::report).toList(),
                Optional.empty());
    }

    private static EventReport redundancy(Recorded recorded, Event.RedundancyChanged event) {
        return new EventReport(
                recorded.id(),
                event.at(),
                recorded.recordedAt(),
                type(event),
                event.host().toString(),
                event.group().toString(),
                event.before().map(before -> before.redundancy().word()).orElse(""),
                event.after().map(after -> after.redundancy().word()).orElse(""),
                spares(event.before()),
                spares(event.after()),
                event.after()
                        .map(ShownEvent::troubled)
                        .orElse("its host reports this group no longer"),
                List.of(),
                Optional.empty());
    }

    private static String troubled(GroupStanding standing) {
        return standing.troubled().entrySet().stream()
                .map(member -> member.getKey().local() + " " + word(member.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static OptionalInt spares(Optional<GroupStanding> standing) {
        return standing.map(GroupStanding::knownSpares).orElse(OptionalInt.empty());
    }

    private static EventReport plain(Recorded recorded, String detail, String actor) {
        Event event = recorded.event();
        return new EventReport(
                recorded.id(),
                event.at(),
                recorded.recordedAt(),
                type(event),
                event.host().toString(),
                event.host().toString(),
                "",
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                detail,
                List.of(),
                Optional.of(actor).filter(name -> !name.isEmpty()));
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static EventReport.Type type(Event event) {
        return switch (EventKind.of(event)) {
            case COMPONENT_CHANGED -> EventReport.Type.COMPONENT_CHANGED;
            case REDUNDANCY_CHANGED -> EventReport.Type.REDUNDANCY_CHANGED;
            case AGENT_CONNECTED -> EventReport.Type.AGENT_CONNECTED;
            case AGENT_SILENT -> EventReport.Type.AGENT_SILENT;
            case AGENT_HEARD -> EventReport.Type.AGENT_HEARD;
            case DETAIL_DROPPED -> EventReport.Type.DETAIL_DROPPED;
            case STATE_REPAIRED -> EventReport.Type.STATE_REPAIRED;
            case INVENTORY_DIFFERS -> EventReport.Type.INVENTORY_DIFFERS;
            case INVENTORY_ACCEPTED -> EventReport.Type.INVENTORY_ACCEPTED;
            case AGENT_ENROLLED -> EventReport.Type.AGENT_ENROLLED;
            case AGENT_REVOKED -> EventReport.Type.AGENT_REVOKED;
            case DEVICE_SILENT -> EventReport.Type.DEVICE_SILENT;
            case DEVICE_HEARD -> EventReport.Type.DEVICE_HEARD;
            case DEVICE_MOVED -> EventReport.Type.DEVICE_MOVED;
            case HOST_RETIRED -> EventReport.Type.HOST_RETIRED;
            case AGENT_DOUBLED -> EventReport.Type.AGENT_DOUBLED;
        };
    }
}
