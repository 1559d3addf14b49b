package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Hypothesis;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Finds every component whose loss alone stops something that must not stop. */
public final class SinglePoints {

    /** Worst first: what stops most, then what endangers most; each once by name. */
    private static final Comparator<Spof> WORST_FIRST =
            Comparator.comparingInt((Spof spof) -> -spof.stops().size())
                    .thenComparingInt(spof -> -spof.endangers().size())
                    .thenComparing(Spof::component);

    private final Situation situation;
    private final Topology topology;
    private final BitSet precious;

    private SinglePoints(Situation situation, BitSet precious) {
        this.situation = situation;
        this.topology = situation.topology();
        this.precious = precious;
    }

    /**
     * The single points of failure, worst first.
     *
     * <p>What has stopped already is stopped by nothing any more; a component that is precious
     * itself is told only where it takes another along.
     *
     * @param precious what must not stop
     */
    public static List<Spof> of(Situation situation, SortedSet<ComponentId> precious) {
        Topology topology = situation.topology();
        BitSet numbers = numbers(topology, precious);
        SinglePoints now = new SinglePoints(situation, numbers);
        SinglePoints allWell = new SinglePoints(allWell(topology), numbers);
        List<Spof> all = new ArrayList<>();
        for (int component = 0; component < topology.components().size(); component++) {
            if (!situation.standing(component).lost()) {
                now.spof(component, allWell).ifPresent(all::add);
            }
        }
        all.sort(WORST_FIRST);
        return all;
    }

    private Optional<Spof> spof(int component, SinglePoints allWell) {
        Hypothesis without = Hypothesis.without(situation, component);
        List<Chain> stops = new ArrayList<>();
        List<ComponentId> endangers = new ArrayList<>();
        without.changed()
                .forEach(
                        (other, standing) -> {
                            if (other != component && precious.get(other)) {
                                if (standing.lost()) {
                                    stops.add(Chains.to(other, topology, without));
                                } else if (standing == Standing.UNKNOWN) {
                                    endangers.add(topology.components().get(other));
                                }
                            }
                        });
        if (stops.isEmpty() && endangers.isEmpty()) {
            return Optional.empty();
        }
        boolean byDesign = allWell.stops(component, stops);
        return Optional.of(
                new Spof(topology.components().get(component), stops, endangers, byDesign));
    }

    private boolean stops(int component, List<Chain> chains) {
        Hypothesis without = Hypothesis.without(situation, component);
        return chains.stream()
                .map(chain -> topology.indexOf(chain.end()).orElseThrow())
                .allMatch(end -> without.standing(end).lost());
    }

    private static BitSet numbers(Topology topology, SortedSet<ComponentId> precious) {
        BitSet numbers = new BitSet(topology.components().size());
        precious.forEach(id -> topology.indexOf(id).ifPresent(numbers::set));
        return numbers;
    }

    /** The situation in which everything works. */
    static Situation allWell(Topology topology) {
        Situation well = new Situation(topology);
        for (int component = 0; component < topology.components().size(); component++) {
            well.say(component, Standing.WORKING);
        }
        return well;
    }
}
