package io.holdfast.core.situation;

import static io.holdfast.core.Things.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The law of {@link Situation}: after any updates it equals the one evaluated anew.
 *
 * <p>More seeds with {@code -Dholdfast.seeds=N}, another start with {@code -Dholdfast.seed=S}.
 */
class IncrementalLawTest {

    private static final int UPDATES = 60;
    private static final List<Standing> STANDINGS = List.of(Standing.values());

    @Test
    void incrementalEqualsFull() {
        long first = Long.getLong("holdfast.seed", 1);
        long seeds = Long.getLong("holdfast.seeds", 400);
        for (long seed = first; seed < first + seeds; seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        Topology topology = topology(random);
        Situation incremental = new Situation(topology);
        List<Runnable> words = new ArrayList<>();
        Situation[] full = new Situation[1];
        for (int i = 0; i < UPDATES; i++) {
            if (random.nextInt(4) == 0) {
                int group = random.nextInt(topology.groups().size());
                Set<ComponentId> outside = some(random, topology.groups().get(group).members());
                incremental.putOutside(group, outside);
                words.add(() -> full[0].putOutside(group, outside));
            } else {
                int component = random.nextInt(topology.components().size());
                Standing standing = STANDINGS.get(random.nextInt(STANDINGS.size()));
                incremental.say(component, standing);
                words.add(() -> full[0].say(component, standing));
            }
            full[0] = new Situation(topology);
            words.forEach(Runnable::run);
            full[0].evaluate();
            assertSame(seed, i, incremental, full[0]);
        }
    }

    private static void assertSame(long seed, int update, Situation is, Situation expected) {
        for (int c = 0; c < is.topology().components().size(); c++) {
            assertThat(is.standing(c))
                    .as("seed %d, update %d, component %d", seed, update, c)
                    .isEqualTo(expected.standing(c));
        }
        for (int g = 0; g < is.topology().groups().size(); g++) {
            assertThat(is.redundancy(g))
                    .as("seed %d, update %d, group %d", seed, update, g)
                    .isEqualTo(expected.redundancy(g))
                    .isEqualTo(is.assess(g).computed());
        }
    }

    /** Any graph at all, circles included: they have to be cut. */
    private static Topology topology(Random random) {
        int components = 3 + random.nextInt(12);
        List<ComponentId> ids = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            ids.add(HOST.component(Kind.SERVICE, "s" + c));
        }
        List<RedundancyGroup> groups = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int g = 0; g < count; g++) {
            TreeSet<ComponentId> members = new TreeSet<>(some(random, ids));
            members.add(ids.get(random.nextInt(components)));
            Optional<ComponentId> carries =
                    random.nextInt(5) == 0
                            ? Optional.empty()
                            : Optional.of(ids.get(random.nextInt(components)));
            int needed = 1 + random.nextInt(members.size());
            GroupId id = new GroupId(HOST, "g" + g);
            groups.add(
                    new RedundancyGroup(
                            id, Kind.SERVICE, members, needed, carries, Optional.empty()));
        }
        return Topology.of(ids, groups);
    }

    private static Set<ComponentId> some(Random random, Iterable<ComponentId> all) {
        Set<ComponentId> some = new TreeSet<>();
        for (ComponentId id : all) {
            if (random.nextInt(3) == 0) {
                some.add(id);
            }
        }
        return some;
    }
}
