package io.holdfast.wire.api.report;

import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one host and what follows from it: all that its report says.
 *
 * @param host the host
 * @param components everything that is there or ought to be, in order of the ids
 * @param groups how its redundancy groups stand, in order of the ids
 * @param unseen what could not be seen and has no component
 * @param differences in what it is not as accepted
 * @param lastKnown how its groups stood when it was heard last; empty while it is heard
 */
public record HostFindings(
        HostId host,
        List<ComponentFinding> components,
        List<Assessment> groups,
        List<Unseen> unseen,
        List<Difference> differences,
        Optional<LastKnown> lastKnown) {

    public HostFindings {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
        unseen = List.copyOf(unseen);
        differences = List.copyOf(differences);
    }

    /**
     * How the groups of a host stood when it was last heard.
     *
     * @param at when that was
     * @param groups its groups as they stood then
     */
    public record LastKnown(Instant at, List<Assessment> groups) {

        public LastKnown {
            groups = List.copyOf(groups);
        }
    }
}
