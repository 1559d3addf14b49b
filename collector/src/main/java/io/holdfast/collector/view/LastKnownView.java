package io.holdfast.collector.view;

import io.holdfast.core.redundancy.Assessment;
import java.time.Instant;
import java.util.List;

/**
 * How the groups of a host stood when it was last heard.
 *
 * @param at when that was
 * @param groups its redundancy groups as they stood then, in order of their ids
 */
public record LastKnownView(Instant at, List<Assessment> groups) {
    public LastKnownView {
        groups = List.copyOf(groups);
    }
}
