package io.holdfast.agent.devices.snmp.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.mibs.object.Oid;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many questions it takes to fetch columns, most of which a device does not have. */
final class ColumnsTest {

    private static final String FIRST = "1.3.6.1.4.1.9.1";
    private static final String SECOND = "1.3.6.1.4.1.9.2";

    private final FakeAgent agent = new FakeAgent();

    private Fetcher fetcher() {
        return new Fetcher(agent, WalkLimits.DEFAULT, agent.time, new Memory(1 << 20));
    }

    /** Twenty columns, of which the agent has the first and the last. */
    private SortedSet<Oid> columns() {
        agent.table(FIRST + ".1", 5);
        agent.table(FIRST + ".20", 5);
        TreeSet<Oid> columns = new TreeSet<>();
        for (int column = 1; column <= 20; column++) {
            columns.add(Oid.parse(FIRST).child(column));
        }
        return columns;
    }

    private int questionsOf(Fetcher fetcher, SortedSet<Oid> subtrees, int found) throws Exception {
        agent.asked.clear();
        fetcher.begin();
        assertThat(fetcher.fetch(subtrees).variables().all()).hasSize(found);
        return agent.asked.size();
    }

    @Test
    void whatADeviceInOrderPassesOverIsAskedForNowAndThen() throws Exception {
        SortedSet<Oid> columns = columns();
        Fetcher fetcher = fetcher();
        assertThat(questionsOf(fetcher, columns, 10)).as("first rows, rows").isEqualTo(1 + 1);
        for (int look = 0; look < Order.BELIEVED_LOOKS; look++) {
            assertThat(questionsOf(fetcher, columns, 10)).isEqualTo(1);
        }
        assertThat(questionsOf(fetcher, columns, 10)).isEqualTo(1 + 1);
    }

    @Test
    void whatIsNewToADeviceInOrderIsFoundAtOnce() throws Exception {
        SortedSet<Oid> columns = columns();
        Fetcher fetcher = fetcher();
        questionsOf(fetcher, columns, 10);
        agent.table(FIRST + ".7", 3);
        assertThat(questionsOf(fetcher, columns, 13)).isEqualTo(1);
    }

    @Test
    void aDeviceThatPassesOverWhatItHasIsAskedForAllEachTime() throws Exception {
        SortedSet<Oid> columns = columns();
        Oid hidden = Oid.parse(FIRST).child(15);
        agent.table(hidden.toString(), 5);
        Oid last = Oid.parse(FIRST).child(1).child(5);
        agent.next =
                at ->
                        agent.objects.higherEntry(
                                at.compareTo(last) >= 0 && at.compareTo(hidden) < 0
                                        ? hidden.child(99)
                                        : at);
        Fetcher fetcher = fetcher();
        for (int look = 0; look < 3; look++) {
            assertThat(questionsOf(fetcher, columns, 15)).isGreaterThan(1);
            assertThat(agent.asked.getFirst()).isEqualTo(new Question.Next(List.copyOf(columns)));
        }
    }

    @Test
    void anAnswerIsUsedAsFarAsItLeadsThroughWhatIsWanted() throws Exception {
        TreeSet<Oid> columns = new TreeSet<>();
        for (int column = 1; column <= 15; column++) {
            agent.table(FIRST + "." + column, 4);
            columns.add(Oid.parse(FIRST).child(column));
        }
        assertThat(questionsOf(fetcher(), columns, 60)).isEqualTo(1 + 3);
    }

    @Test
    void anAnswerThatComesIntoTheMiddleOfASubtreeIsNotItsWalk() throws Exception {
        TreeSet<Oid> columns = new TreeSet<>(List.of(Oid.parse(FIRST), Oid.parse(SECOND)));
        agent.table(FIRST, 3);
        agent.table(SECOND, 3);
        Oid last = Oid.parse(FIRST).child(3);
        agent.next =
                at -> agent.objects.higherEntry(at.equals(last) ? Oid.parse(SECOND).child(1) : at);
        questionsOf(fetcher(), columns, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 19})
    void firstRowsThatDoNotFitAreAskedForInSmallerPortions(int fits) throws Exception {
        agent.fits = fits;
        questionsOf(fetcher(), columns(), 10);
        agent.fits = 1_000;
        agent.arrives = fits;
        questionsOf(fetcher(), columns(), 10);
        agent.arrives = 1_000;
        agent.sends = fits;
        questionsOf(fetcher(), columns(), 10);
    }

    @Test
    void firstRowsOfAnOldDeviceThatEndsEarlyHideNoOther() throws Exception {
        agent.old = true;
        SortedSet<Oid> columns = columns();
        columns.add(Oid.parse(SECOND));
        questionsOf(fetcher(), columns, 10);
    }

    @Test
    void aDeviceThatLooksUpTheFirstNameOnlyIsAskedOneByOne() throws Exception {
        agent.seesFirstOnly = true;
        SortedSet<Oid> columns = columns();
        agent.table(FIRST + ".2", 5);
        Fetcher fetcher = fetcher();
        questionsOf(fetcher, columns, 15);
        questionsOf(fetcher, columns, 15);
        assertThat(agent.asked).noneMatch(it -> it instanceof Question.Next);
    }

    @Test
    void aDeviceThatDiesOverFirstRowsCostsLittleMoreThanOneThatDied() throws Exception {
        agent.diesAfter = 0;
        fetcher().fetch(columns());
        Duration waited = Duration.ofNanos(agent.time.nanos());
        assertThat(waited).isLessThanOrEqualTo(Duration.ofSeconds(1 + 2 + 1 + 2 + 4 + 1));
    }
}
