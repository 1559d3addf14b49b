package io.holdfast.wire.api;

import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one component stands.
 *
 * @param id {@code site/rack/host/kind:name}
 * @param kind the kind's word
 * @param name what its host calls it
 * @param parent the id of what it is part of
 * @param attributes what identifies the piece
 * @param health what it says of itself; unknown where it is absent or silent
 * @param presence whether it is there; unknown where it is silent
 * @param standing how it counts in the end: failed where a group that it requires has too few
 * @param at when it was last known to be so
 * @param ageSeconds how long ago that was
 * @param readings its numbers
 * @param evidence why it is said to be so, the decisive piece first
 * @param silence why nothing is known; empty where something is
 */
public record ComponentReport(
        String id,
        String kind,
        String name,
        Optional<String> parent,
        SortedMap<String, String> attributes,
        HealthWord health,
        Presence presence,
        Standing standing,
        Instant at,
        long ageSeconds,
        List<ReadingReport> readings,
        List<EvidenceReport> evidence,
        Optional<SilenceReport> silence) {

    public ComponentReport {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        readings = List.copyOf(readings);
        evidence = List.copyOf(evidence);
    }

    /** What a component says of itself, as far as anything is known. */
    public enum HealthWord {
        OK,
        DEGRADED,
        FAILED,
        UNKNOWN
    }

    /** Whether a component is there. */
    public enum Presence {
        PRESENT,
        ABSENT,
        UNKNOWN
    }
}
