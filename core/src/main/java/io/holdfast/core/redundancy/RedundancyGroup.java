package io.holdfast.core.redundancy;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Parts that cover one another: a function that stands while {@code needed} of {@code members}
 * work.
 *
 * @param id its name
 * @param kind the kind of its members
 * @param members all the parts, working or not, at least one and at most {@value #MOST_MEMBERS}
 * @param needed how many must work, from 1 to the number of members by design
 * @param carries the component whose function this is, such as the bond of its NICs
 * @param published what the device itself claims
 */
public record RedundancyGroup(
        GroupId id,
        Kind kind,
        SortedSet<ComponentId> members,
        int needed,
        Optional<ComponentId> carries,
        Optional<Published> published) {

    public static final int MOST_MEMBERS = 1024;

    public RedundancyGroup {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException(
                    "expected 1 to "
                            + MOST_MEMBERS
                            + " members of "
                            + id
                            + ", found "
                            + members.size());
        }
        if (needed < 1) {
            throw new IllegalArgumentException(
                    "expected " + id + " to need at least 1 member, found " + needed);
        }
    }

    /** How many members may fail while all of them work; below 0 where it can never stand. */
    public int designSpares() {
        return members.size() - needed;
    }
}
