package io.holdfast.core.state;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.time.Instant;
import java.util.List;

/** One step from a state of a host to the next. */
public sealed interface Change {

    /** A component was observed to be otherwise than before. */
    record Observed(Observation observation) implements Change {}

    /**
     * A component is new, or its attributes are.
     *
     * @param probe the probe that lists it
     */
    record Seen(Component component, String probe) implements Change {}

    /** A component is no longer spoken of; not the same as absent. */
    record Forgotten(ComponentId component) implements Change {}

    /**
     * A group is new, or has changed its members, its need or its claim.
     *
     * @param probe the probe that declares it
     */
    record Grouped(RedundancyGroup group, String probe) implements Change {}

    /** A group is declared no longer. */
    record Ungrouped(GroupId group) implements Change {}

    /** What one probe could not see, in place of what it had listed before. */
    record UnseenListed(String probe, List<Unseen> unseen) implements Change {
        public UnseenListed {
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * A probe looked: everything it had said, and has not changed since, holds as of {@code at}.
     *
     * @param complete whether the look would have listed everything that is there
     */
    record Looked(String probe, Instant at, boolean complete) implements Change {}
}
