package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that happened.
 *
 * @param id rises in the order in which events were recorded, with gaps
 * @param at when it was so, by the clock of whoever saw it
 * @param recordedAt when the collector had it
 * @param type what sort of event
 * @param host {@code site/rack/host}; empty for events of the collector itself
 * @param subject the id of the component, group or agent; what was acted on
 * @param before the word before, such as {@code full}; empty where there was none
 * @param after the word after
 * @param sparesBefore for redundancy: the spares before; missing where they were not known
 * @param sparesAfter for redundancy: the spares after; missing where they are not known
 * @param detail a sentence for people; may be empty
 * @param evidence why it is said to be so
 * @param actor who did it, for an act; empty for what happened by itself
 */
public record EventReport(
        long id,
        Instant at,
        Instant recordedAt,
        Type type,
        String host,
        String subject,
        String before,
        String after,
        OptionalInt sparesBefore,
        OptionalInt sparesAfter,
        String detail,
        List<EvidenceReport> evidence,
        Optional<String> actor) {

    public EventReport {
        evidence = List.copyOf(evidence);
    }

    /** The sorts of events. */
    public enum Type {
        COMPONENT_CHANGED,
        REDUNDANCY_CHANGED,
        AGENT_CONNECTED,
        AGENT_SILENT,
        AGENT_HEARD,
        DETAIL_DROPPED,
        STATE_REPAIRED,
        INVENTORY_DIFFERS,
        INVENTORY_ACCEPTED,
        AGENT_ENROLLED,
        AGENT_REVOKED,
        DEVICE_SILENT,
        DEVICE_HEARD,
        DEVICE_MOVED,
        HOST_RETIRED,
        AGENT_DOUBLED,
        UNKNOWN
    }
}
