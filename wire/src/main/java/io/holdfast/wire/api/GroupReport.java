package io.holdfast.wire.api;

import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one redundancy group stands.
 *
 * @param id {@code site/rack/host/group:name}
 * @param kind the kind of its members
 * @param members its members and how each counts
 * @param needed how many must work
 * @param redundancy the worse of {@code computed} and {@code published}
 * @param computed what the members give
 * @param spares how many more members may fail; below 0 where too few work; missing where too
 *     little is known of the members to say
 * @param designSpares how many may fail while all work
 * @param published what the device claims; empty where it claims nothing
 * @param publishedEvidence where it claims that
 * @param disagrees whether the device claims otherwise than its members show
 * @param carries the id of the component whose function this is
 */
public record GroupReport(
        String id,
        String kind,
        List<Member> members,
        int needed,
        Redundancy redundancy,
        Redundancy computed,
        OptionalInt spares,
        int designSpares,
        Optional<Redundancy> published,
        Optional<EvidenceReport> publishedEvidence,
        boolean disagrees,
        Optional<String> carries) {

    public GroupReport {
        members = List.copyOf(members);
    }

    /**
     * A member of a group.
     *
     * @param id the component
     * @param standing how it counts for this group
     */
    public record Member(String id, Standing standing) {}
}
