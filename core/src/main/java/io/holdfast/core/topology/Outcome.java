package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What would follow if some components were lost.
 *
 * @param lost they
 * @param stops hosts, devices, services and VIPs that would stop for certain, services first
 * @param doubts what may stop: it would hang on parts of which nothing is known
 * @param withoutSpare groups that would be left without a spare that they have now
 * @param loads what those that are left would carry
 * @param further how many other parts would be lost along the way
 */
public record Outcome(
        List<ComponentId> lost,
        List<Chain> stops,
        List<Doubt> doubts,
        List<Bare> withoutSpare,
        List<Load> loads,
        int further) {

    /**
     * Something that may stop.
     *
     * @param component what may stop
     * @param unknown the parts of which nothing is known, and on which it would hang
     */
    public record Doubt(ComponentId component, SortedSet<ComponentId> unknown) {
        public Doubt {
            unknown = new TreeSet<>(unknown);
        }
    }

    /**
     * A group without a spare.
     *
     * @param group it
     * @param carries what it carries
     * @param left the members that would still work
     */
    public record Bare(GroupId group, Optional<ComponentId> carries, List<ComponentId> left) {
        public Bare {
            left = List.copyOf(left);
        }
    }

    /** What it comes to, from harmless to bad. */
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

    public Outcome {
        lost = List.copyOf(lost);
        stops = List.copyOf(stops);
        doubts = List.copyOf(doubts);
        withoutSpare = List.copyOf(withoutSpare);
        loads = List.copyOf(loads);
    }

    /** What it comes to. */
    public Verdict verdict() {
        if (!stops.isEmpty() || loads.stream().anyMatch(Load::over)) {
            return Verdict.STOPS;
        }
        if (!doubts.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        boolean fragile = !withoutSpare.isEmpty() || loads.stream().anyMatch(Load::nearly);
        return fragile ? Verdict.FRAGILE : Verdict.HARMLESS;
    }
}
