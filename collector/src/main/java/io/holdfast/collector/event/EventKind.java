package io.holdfast.collector.event;

import java.util.Locale;
import java.util.Optional;

/** The kinds of events by name and by the number that stands in the store. */
public enum EventKind {
    COMPONENT_CHANGED(1),
    REDUNDANCY_CHANGED(2),
    AGENT_CONNECTED(3),
    AGENT_SILENT(4),
    AGENT_HEARD(5),
    DETAIL_DROPPED(6),
    STATE_REPAIRED(7),
    INVENTORY_DIFFERS(8),
    INVENTORY_ACCEPTED(9),
    AGENT_ENROLLED(10),
    AGENT_REVOKED(11),
    DEVICE_SILENT(12),
    DEVICE_HEARD(13),
    DEVICE_MOVED(14),
    HOST_RETIRED(15),
    AGENT_DOUBLED(16);

    private final int number;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    EventKind(int number) {
        this.number = number;
    }

    /** The kind of an event. */
    public static EventKind of(Event event) {
        return switch (event) {
            case Event.ComponentChanged e -> COMPONENT_CHANGED;
            case Event.RedundancyChanged e -> REDUNDANCY_CHANGED;
            case Event.AgentConnected e -> AGENT_CONNECTED;
            case Event.AgentSilent e -> AGENT_SILENT;
            case Event.AgentHeard e -> AGENT_HEARD;
            case Event.DetailDropped e -> DETAIL_DROPPED;
            case Event.StateRepaired e -> STATE_REPAIRED;
            case Event.InventoryDiffers e -> INVENTORY_DIFFERS;
            case Event.InventoryAccepted e -> INVENTORY_ACCEPTED;
            case Event.AgentEnrolled e -> AGENT_ENROLLED;
            case Event.AgentRevoked e -> AGENT_REVOKED;
            case Event.DeviceSilent e -> DEVICE_SILENT;
            case Event.DeviceHeard e -> DEVICE_HEARD;
            case Event.DeviceMoved e -> DEVICE_MOVED;
            case Event.HostRetired e -> HOST_RETIRED;
            case Event.AgentDoubled e -> AGENT_DOUBLED;
        };
    }

    /** The kind of this number in the store; empty where a newer collector wrote it. */
    public static Optional<EventKind> ofNumber(int number) {
        for (EventKind kind : values()) {
            if (kind.number == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The number in the store; never used for another kind. */
    public int number() {
        return number;
    }

    /** The word in JSON and on the command line, such as {@code component-changed}. */
    public String word() {
        return word;
    }
}
