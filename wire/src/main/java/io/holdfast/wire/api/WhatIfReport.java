package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What would follow if some components were lost at once.
 *
 * @param at when this was so
 * @param status ok if harmless, warning if fragile, critical if something stops
 * @param verdict what it comes to
 * @param lost the components
 * @param stops hosts, devices, services and VIPs that would stop for certain
 * @param doubts what may stop
 * @param withoutSpare groups that would lose their last spare
 * @param loads what those that are left would carry
 * @param further how many other parts would be lost along the way
 */
public record WhatIfReport(
        Instant at,
        Status status,
        Verdict verdict,
        List<String> lost,
        List<ChainReport> stops,
        List<Doubt> doubts,
        List<Bare> withoutSpare,
        List<Load> loads,
        long further) {

    public WhatIfReport {
        lost = List.copyOf(lost);
        stops = List.copyOf(stops);
        doubts = List.copyOf(doubts);
        withoutSpare = List.copyOf(withoutSpare);
        loads = List.copyOf(loads);
    }

    /** What it comes to. */
    public enum Verdict {
        /** Nothing stops, and everything keeps a spare. */
        HARMLESS,
        /** Nothing stops, and the next loss may. */
        FRAGILE,
        /** Too little is known to say that nothing stops. */
        UNKNOWN,
        /** Something stops, or would carry more than it may. */
        STOPS
    }

    /**
     * Something that may stop.
     *
     * @param component what may stop
     * @param unknown the parts of which nothing is known, and on which it would hang
     */
    public record Doubt(String component, List<String> unknown) {
        public Doubt {
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * A group without a spare.
     *
     * @param group it
     * @param carries what it carries
     * @param left the members that would still work
     */
    public record Bare(String group, Optional<String> carries, List<String> left) {
        public Bare {
            left = List.copyOf(left);
        }
    }

    /**
     * What something would carry.
     *
     * @param component what carries
     * @param unit {@code ampere} or {@code bits_per_second}
     * @param before what it carries now; missing where nobody measures it
     * @param after what it would carry; missing where that cannot be said
     * @param limit the most it may carry
     * @param over whether it would carry more than that
     */
    public record Load(
            String component,
            String unit,
            OptionalDouble before,
            OptionalDouble after,
            double limit,
            boolean over) {}
}
