package io.holdfast.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.Graphs;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.situation.Situation;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link SinglePoints}: they are those that brute force finds, which loses each
 * component in turn and evaluates the whole graph anew.
 *
 * <p>More seeds with {@code -Dholdfast.seeds=N}, another start with {@code -Dholdfast.seed=S}.
 */
class SinglePointsLawTest {

    private static final List<Standing> STANDINGS = List.of(Standing.values());

    @Test
    void equalBruteForce() {
        long first = Long.getLong("holdfast.seed", 1);
        long seeds = Long.getLong("holdfast.seeds", 1_000);
        for (long seed = first; seed < first + seeds; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        Topology topology = Graphs.layered(random);
        List<ComponentId> all = topology.components();
        Standing[] words = new Standing[all.size()];
        SortedSet<ComponentId> precious = new TreeSet<>();
        for (int c = 0; c < words.length; c++) {
            words[c] =
                    random.nextInt(4) == 0
                            ? STANDINGS.get(random.nextInt(STANDINGS.size()))
                            : Standing.WORKING;
            if (random.nextInt(3) == 0) {
                precious.add(all.get(c));
            }
        }
        SortedMap<ComponentId, List<ComponentId>> found = new TreeMap<>();
        SinglePoints.of(told(topology, words), precious).stream()
                .filter(spof -> !spof.stops().isEmpty())
                .forEach(
                        spof ->
                                found.put(
                                        spof.component(),
                                        spof.stops().stream().map(Chain::end).sorted().toList()));
        assertThat(found).as("seed %d", seed).isEqualTo(bruteForce(topology, words, precious));
    }

    private static SortedMap<ComponentId, List<ComponentId>> bruteForce(
            Topology topology, Standing[] words, SortedSet<ComponentId> precious) {
        SortedMap<ComponentId, List<ComponentId>> stopped = new TreeMap<>();
        Situation before = told(topology, words);
        for (int lost = 0; lost < words.length; lost++) {
            Standing word = words[lost];
            words[lost] = Standing.FAILED;
            Situation after = told(topology, words);
            words[lost] = word;
            List<ComponentId> stops = new ArrayList<>();
            for (ComponentId id : precious) {
                int c = topology.indexOf(id).orElseThrow();
                if (c != lost && after.standing(c).lost() && !before.standing(c).lost()) {
                    stops.add(id);
                }
            }
            if (!stops.isEmpty() && !before.standing(lost).lost()) {
                stopped.put(topology.components().get(lost), stops);
            }
        }
        return stopped;
    }

    private static Situation told(Topology topology, Standing[] words) {
        Situation situation = new Situation(topology);
        for (int c = 0; c < words.length; c++) {
            situation.say(c, words[c]);
        }
        situation.evaluate();
        return situation;
    }
}
