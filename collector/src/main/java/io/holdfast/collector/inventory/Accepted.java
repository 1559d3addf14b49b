package io.holdfast.collector.inventory;

import io.holdfast.core.inventory.Pinned;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The accepted inventory of a host.
 *
 * @param at when it was last accepted
 * @param by who did it
 * @param pinned what ought to be there
 * @param sighted the probes whose first complete look is part of it; what a probe lists at its
 *     first look is taken over, what it lists later is a difference
 */
public record Accepted(Instant at, String by, Pinned pinned, SortedSet<String> sighted) {

    /** Who accepts where nobody was asked. */
    public static final String FIRST_SIGHT = "first sight";

    public Accepted {
        sighted = Collections.unmodifiableSortedSet(new TreeSet<>(sighted));
    }
}
