package io.holdfast.collector.assessment;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has happened between two judgements of a host. */
public final class Transitions {

    private static final String FORGOTTEN = "no longer listed, and never accepted";

    private Transitions() {}

    /**
     * The events that lead from one judgement to the next: parts first, then groups.
     *
     * @param now the moment of what nobody saw happen, such as a group that is declared no longer
     */
    public static List<Event> between(Judgement before, Judgement after, Instant now) {
        List<Event> events = new ArrayList<>();
        for (ComponentId id :
                union(before.observations().keySet(), after.observations().keySet())) {
            component(
                            id,
                            Optional.ofNullable(before.observations().get(id)),
                            Optional.ofNullable(after.observations().get(id)),
                            now)
                    .ifPresent(events::add);
        }
        Instant latest = events.stream().map(Event::at).max(Instant::compareTo).orElse(now);
        for (GroupId id : union(before.groups().keySet(), after.groups().keySet())) {
            group(id, standing(before.groups().get(id)), standing(after.groups().get(id)), latest)
                    .ifPresent(events::add);
        }
        return events;
    }

    private static Optional<Event> component(
            ComponentId id,
            Optional<Observation> before,
            Optional<Observation> after,
            Instant now) {
        Optional<Standing> was = before.map(Standing::of);
        if (after.isEmpty()) {
            return Optional.of(
                    new Event.ComponentChanged(
                            id, now, was, Standing.ABSENT, FORGOTTEN, List.of()));
        }
        Observation observation = after.get();
        Standing is = Standing.of(observation);
        if (was.isPresent() && was.get() == is) {
            return Optional.empty();
        }
        return Optional.of(
                new Event.ComponentChanged(
                        id, observation.at(), was, is, detail(observation), evidence(observation)));
    }

    private static String detail(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> "";
            case Observation.Absent absent -> "";
            case Observation.Silent silent -> silent.reason().detail();
        };
    }

    private static List<Evidence> evidence(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> reported.evidence();
            case Observation.Absent absent -> List.of(absent.source());
            case Observation.Silent silent -> List.of();
        };
    }

    private static Optional<GroupStanding> standing(@Nullable Assessment assessment) {
        return Optional.ofNullable(assessment).map(GroupStanding::of);
    }

    private static Optional<Event> group(
            GroupId id, Optional<GroupStanding> before, Optional<GroupStanding> after, Instant at) {
        boolean same =
                before.isPresent() == after.isPresent()
                        && (before.isEmpty() || before.get().sameRedundancy(after.get()));
        return same
                ? Optional.empty()
                : Optional.of(new Event.RedundancyChanged(id, at, before, after));
    }

    private static <T extends Comparable<T>> SortedSet<T> union(Set<T> a, Set<T> b) {
        SortedSet<T> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
