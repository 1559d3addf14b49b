package io.holdfast.agent.devices.snmp.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks of an agent with one weakness at a time. */
final class FetcherTest {

    private static final String FIRST = "1.3.6.1.4.1.9.1";
    private static final String SECOND = "1.3.6.1.4.1.9.2";
    private static final String THIRD = "1.3.6.1.4.1.9.3";

    private final FakeAgent agent = new FakeAgent();
    private final Memory memory = new Memory(1 << 20);

    private Walk walk(String subtree) throws Exception {
        return fetcher(WalkLimits.DEFAULT).walk(Oid.parse(subtree));
    }

    private Fetcher fetcher(WalkLimits limits) {
        return new Fetcher(agent, limits, agent.time, memory);
    }

    private static void assertWhole(Walk walk, int size) {
        assertThat(walk).isInstanceOf(Walk.Walked.class);
        assertThat(walk.got().all()).hasSize(size);
    }

    private static void assertReason(Walk walk, Trouble.Kind kind, int got) {
        Trouble trouble =
                switch (walk) {
                    case Walk.Walked walked -> throw new AssertionError("walked " + walked);
                    case Walk.Partly partly -> partly.reason();
                    case Walk.Failed failed -> failed.reason();
                };
        assertThat(trouble.kind()).as(trouble.detail()).isEqualTo(kind);
        assertThat(walk.got().all()).hasSize(got);
    }

    @Test
    void stopsAtTheEndOfTheSubtree() throws Exception {
        agent.table(FIRST, 130);
        agent.table(SECOND, 10);
        assertWhole(walk(FIRST), 130);
    }

    @Test
    void stopsAtTheFirstEndOfTheMib() throws Exception {
        agent.table(FIRST, 30);
        assertWhole(walk(FIRST), 30);
        assertThat(agent.asked).hasSize(2);
    }

    @Test
    void nothingThereIsAnEmptyWalk() throws Exception {
        assertWhole(walk(FIRST), 0);
    }

    @Test
    void asksForMoreAsLongAsAllGoesWell() throws Exception {
        agent.table(FIRST, 500);
        assertWhole(walk(FIRST), 500);
        assertThat(agent.asked.getFirst()).isEqualTo(new Question.Bulk(Oid.parse(FIRST), 20));
        assertThat(((Question.Bulk) agent.asked.getLast()).repetitions()).isBetween(60, 80);
    }

    @Test
    void asksForWhatFitsAnUnfragmentedAnswer() throws Exception {
        for (int row = 1; row <= 500; row++) {
            agent.objects.put(Oid.parse(FIRST).child(row), new Value.Octets(new byte[60]));
        }
        assertWhole(walk(FIRST), 500);
        int repetitions = ((Question.Bulk) agent.asked.getLast()).repetitions();
        assertThat(repetitions).isBetween(1_100 / 80, 1_300 / 70);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 19, 33})
    void tooBigMakesItAskForLess(int fits) throws Exception {
        agent.table(FIRST, 200);
        agent.fits = fits;
        assertWhole(walk(FIRST), 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 30})
    void lostAnswersMakeItAskForLess(int arrives) throws Exception {
        agent.table(FIRST, 200);
        agent.arrives = arrives;
        assertWhole(walk(FIRST), 200);
        long lost = agent.time.nanos() / 1_000_000_000;
        assertThat(lost).as("seconds waited in vain").isLessThan(20);
    }

    @Test
    void anAgentThatSendsFewAtATimeIsWalkedToItsEnd() throws Exception {
        agent.table(FIRST, 100);
        agent.sends = 3;
        assertWhole(walk(FIRST), 100);
    }

    @Test
    void anAgentWithoutBulkIsAskedOneByOne() throws Exception {
        agent.table(FIRST, 60);
        agent.old = true;
        assertWhole(walk(FIRST), 60);
        assertThat(agent.asked).hasSize(61).allMatch(it -> it instanceof Question.Next);
    }

    @Test
    void anAgentThatFailsOnBulkIsAskedOneByOne() throws Exception {
        agent.table(FIRST, 60);
        agent.failsBulk = true;
        assertWhole(walk(FIRST), 60);
        assertThat(agent.asked.getFirst()).isInstanceOf(Question.Bulk.class);
        assertThat(agent.asked.getLast()).isInstanceOf(Question.Next.class);
    }

    @Test
    void aLoopIsFoundWhenItClosesAndWhatWasGotIsKept() throws Exception {
        agent.table(FIRST, 100);
        Oid last = Oid.parse(FIRST).child(90);
        agent.next =
                at ->
                        at.equals(last)
                                ? agent.objects.higherEntry(Oid.parse(FIRST).child(40))
                                : agent.objects.higherEntry(at);
        assertReason(walk(FIRST), Trouble.Kind.LOOPED, 90);
    }

    @Test
    void standingStillIsALoop() throws Exception {
        agent.table(FIRST, 10);
        Map.Entry<Oid, Value> same = agent.objects.firstEntry();
        agent.next = at -> same;
        assertReason(walk(FIRST), Trouble.Kind.LOOPED, 1);
    }

    @Test
    void anAgentThatDiesInMidWalkGivesWhatItGave() throws Exception {
        agent.table(FIRST, 500);
        agent.diesAfter = 3;
        Walk walk = walk(FIRST);
        assertReason(walk, Trouble.Kind.TIMED_OUT, 20 + 30 + 45);
        assertThat(agent.asked).hasSize(3 + WalkLimits.DEFAULT.tries());
    }

    @Test
    void aDeadAgentFails() throws Exception {
        agent.diesAfter = 0;
        assertReason(walk(FIRST), Trouble.Kind.TIMED_OUT, 0);
        assertThat(agent.time.nanos()).isEqualTo(Duration.ofSeconds(1 + 2 + 4).toNanos());
    }

    @Test
    void moreThanOneLookMayTakeIsNotTaken() throws Exception {
        agent.table(FIRST, 500);
        WalkLimits limits =
                new WalkLimits(
                        Duration.ofSeconds(1), 3, Duration.ofSeconds(60), 20, 50, 100, 1 << 20);
        assertReason(fetcher(limits).walk(Oid.parse(FIRST)), Trouble.Kind.TOO_LARGE, 100);
    }

    @Test
    void moreBytesThanOneLookMayTakeAreNotTaken() throws Exception {
        for (int row = 1; row <= 20; row++) {
            agent.objects.put(Oid.parse(FIRST).child(row), new Value.Octets(new byte[1_000]));
        }
        WalkLimits limits =
                new WalkLimits(
                        Duration.ofSeconds(1), 3, Duration.ofSeconds(60), 20, 50, 100, 10_000);
        assertReason(fetcher(limits).walk(Oid.parse(FIRST)), Trouble.Kind.TOO_LARGE, 9);
    }

    @Test
    void theDeadlineCountsForAllSubtreesTogether() throws Exception {
        agent.table(FIRST, 50);
        agent.diesAfter = 2;
        Fetcher fetcher = fetcher(WalkLimits.DEFAULT.within(Duration.ofMillis(2_500)));
        assertReason(fetcher.walk(Oid.parse(FIRST)), Trouble.Kind.TIMED_OUT, 50);
        assertThat(agent.time.nanos()).isEqualTo(Duration.ofMillis(2_500).toNanos());
        assertReason(fetcher.walk(Oid.parse(SECOND)), Trouble.Kind.TIMED_OUT, 0);
        assertThat(agent.time.nanos()).isEqualTo(Duration.ofMillis(2_500).toNanos());
    }

    @Test
    void subtreesWithinOthersAreFetchedOnce() throws Exception {
        agent.table(FIRST, 5);
        agent.table(SECOND, 5);
        TreeSet<Oid> subtrees =
                new TreeSet<>(
                        List.of(Oid.parse(FIRST), Oid.parse(FIRST).child(3), Oid.parse(SECOND)));
        Fetched fetched = fetcher(WalkLimits.DEFAULT).fetch(subtrees);
        assertThat(fetched.variables().all()).hasSize(10);
        assertThat(fetched.missing()).isEmpty();
        assertThat(fetched.ended()).isEmpty();
    }

    @Test
    void aLoopInOneSubtreeDoesNotHideTheOthers() throws Exception {
        agent.table(FIRST, 5);
        agent.table(SECOND, 5);
        Oid last = Oid.parse(FIRST).child(5);
        agent.next =
                at -> at.equals(last) ? agent.objects.firstEntry() : agent.objects.higherEntry(at);
        Fetched fetched =
                fetcher(WalkLimits.DEFAULT)
                        .fetch(new TreeSet<>(List.of(Oid.parse(FIRST), Oid.parse(SECOND))));
        assertThat(fetched.variables().all()).hasSize(10);
        assertThat(fetched.missing()).containsOnlyKeys(Oid.parse(FIRST));
        assertThat(fetched.ended()).isEmpty();
    }

    @Test
    void aDeadDeviceIsNotAskedForEverySubtree() throws Exception {
        agent.diesAfter = 0;
        TreeSet<Oid> subtrees =
                new TreeSet<>(List.of(Oid.parse(FIRST), Oid.parse(SECOND), Oid.parse(THIRD)));
        Fetched fetched = fetcher(WalkLimits.DEFAULT).fetch(subtrees);
        assertThat(fetched.missing()).containsOnlyKeys(subtrees);
        assertThat(fetched.ended().map(Trouble::kind)).contains(Trouble.Kind.TIMED_OUT);
    }

    @Test
    void memoryThatAllDevicesShareIsABoundAndIsGivenBack() throws Exception {
        agent.table(FIRST, 5_000);
        long before = memory.left();
        Memory small = new Memory(100_000);
        Fetcher fetcher = new Fetcher(agent, WalkLimits.DEFAULT, agent.time, small);
        Walk walk = fetcher.walk(Oid.parse(FIRST));
        assertReason(walk, Trouble.Kind.TOO_LARGE, walk.got().all().size());
        assertThat(walk.got().all()).hasSizeBetween(400, 600);
        fetcher.end();
        assertThat(small.left()).isEqualTo(100_000);
        Fetcher other = fetcher(WalkLimits.DEFAULT);
        assertWhole(other.walk(Oid.parse(FIRST)), 5_000);
        assertThat(memory.left()).isLessThan(before);
        other.begin();
        assertThat(memory.left()).isEqualTo(before);
    }

    @Test
    void anErrorOfTheDevicesOwnIsNotARefusal() throws Exception {
        agent.old = true;
        agent.failsAll = true;
        assertReason(walk(FIRST), Trouble.Kind.DEVICE_FAULT, 0);
        Instances instances =
                fetcher(WalkLimits.DEFAULT).get(List.of(Oid.parse(FIRST), Oid.parse(SECOND)));
        assertThat(instances.unanswered().values())
                .extracting(Trouble::kind)
                .containsOnly(Trouble.Kind.DEVICE_FAULT);
    }

    @Test
    void instancesThatADeviceLacksHideNoOther() throws Exception {
        agent.table(FIRST, 50);
        List<Oid> names = IntStream.rangeClosed(1, 60).mapToObj(Oid.parse(FIRST)::child).toList();
        Instances instances = fetcher(WalkLimits.DEFAULT).get(names);
        assertThat(instances.variables().all()).hasSize(50);
        assertThat(instances.unanswered()).isEmpty();
    }

    @Test
    void instancesThatAnOldDeviceLacksHideNoOther() throws Exception {
        agent.table(FIRST, 50);
        agent.old = true;
        List<Oid> names = IntStream.rangeClosed(1, 60).mapToObj(Oid.parse(FIRST)::child).toList();
        Instances instances = fetcher(WalkLimits.DEFAULT).get(names);
        assertThat(instances.variables().all()).hasSize(50);
        assertThat(instances.unanswered()).isEmpty();
    }

    @Test
    void instancesOfADeadDeviceAreUnanswered() throws Exception {
        agent.diesAfter = 1;
        agent.table(FIRST, 50);
        List<Oid> names = IntStream.rangeClosed(1, 50).mapToObj(Oid.parse(FIRST)::child).toList();
        Instances instances = fetcher(WalkLimits.DEFAULT).get(names);
        assertThat(instances.variables().all()).hasSize(InstanceReader.PORTION);
        assertThat(instances.unanswered()).hasSize(30);
        assertThat(agent.asked).hasSize(1 + WalkLimits.DEFAULT.tries());
    }
}
