package io.holdfast.core.situation;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.Graphs;
import io.holdfast.core.redundancy.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link Hypothesis}: what it says equals its definition evaluated over the whole graph,
 * and what it says is lost equals what a situation says that was told so.
 *
 * <p>More seeds with {@code -Dholdfast.seeds=N}, another start with {@code -Dholdfast.seed=S}.
 */
class HypothesisLawTest {

    private static final List<Standing> STANDINGS = List.of(Standing.values());

    @Test
    void whatFallsEqualsTheWholeEvaluation() {
        long first = Long.getLong("holdfast.seed", 1);
        long seeds = Long.getLong("holdfast.seeds", 2_000);
        for (long seed = first; seed < first + seeds; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        Topology topology = Graphs.layered(random);
        int size = topology.components().size();
        Standing[] words = new Standing[size];
        for (int c = 0; c < size; c++) {
            words[c] =
                    random.nextInt(3) == 0
                            ? STANDINGS.get(random.nextInt(STANDINGS.size()))
                            : Standing.WORKING;
        }
        int[] lost = random.ints(1 + random.nextInt(3), 0, size).distinct().toArray();
        Situation before = told(topology, words);
        Hypothesis without = Hypothesis.without(before, lost);
        for (int c : lost) {
            words[c] = Standing.FAILED;
        }
        Situation after = told(topology, words);
        for (int c = 0; c < size; c++) {
            String place = "seed " + seed + ", component " + c;
            assertThat(without.standing(c).lost()).as(place).isEqualTo(after.standing(c).lost());
            assertThat(without.standing(c)).as(place).isEqualTo(whole(before, lost, c));
        }
    }

    /** The same by its definition, from the component downwards and over the whole graph. */
    private static Standing whole(Situation before, int[] lost, int component) {
        if (Arrays.stream(lost).anyMatch(c -> c == component)) {
            Standing said = before.standing(component);
            return said.lost() ? said : Standing.FAILED;
        }
        Topology topology = before.topology();
        boolean unsure = false;
        for (int group : topology.carriedBy(component)) {
            int works = 0;
            int unknown = 0;
            boolean touched = false;
            for (int member : topology.members(group)) {
                Standing now = whole(before, lost, member);
                touched |= now != before.standing(member);
                works += now.works() ? 1 : 0;
                unknown += now == Standing.UNKNOWN ? 1 : 0;
            }
            int needed = topology.groups().get(group).needed();
            if (touched && works + unknown < needed && !before.standing(component).lost()) {
                return Standing.FAILED;
            }
            unsure |= touched && works < needed;
        }
        Standing said = before.standing(component);
        return unsure && said.works() ? Standing.UNKNOWN : said;
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
