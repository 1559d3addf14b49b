package io.holdfast.collector.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.peer.Parts;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.inventory.Inventory;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransitionsTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final int PSUS = 3;
    private static final List<Health> HEALTHS = List.of(Health.OK, Health.DEGRADED, Health.FAILED);

    private final HostState state = new HostState();
    private final HostSituation situation = new HostSituation();

    @Test
    void nothingHappensWhereOnlyNumbersChange() {
        Judgement before = firstLook();
        state.apply(Parts.reported(Parts.psu(HOST, 1), Health.OK, 170, AT.plusSeconds(1)));

        assertThat(Transitions.between(before, judge(), AT)).isEmpty();
    }

    @Test
    void aFailureIsToldWithItsEvidenceAndTheGroupAfterIt() {
        Judgement before = firstLook();
        Instant later = AT.plusSeconds(5);
        state.apply(Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, later));

        List<Event> events = Transitions.between(before, judge(), AT);

        assertThat(events).hasSize(2);
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        Event.ComponentChanged.class,
                        e -> {
                            assertThat(e.before()).contains(Standing.WORKING);
                            assertThat(e.after()).isEqualTo(Standing.FAILED);
                            assertThat(e.evidence()).hasSize(1);
                        });
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        Event.RedundancyChanged.class,
                        e -> {
                            assertThat(e.at()).isEqualTo(later);
                            assertThat(e.before().map(GroupStanding::redundancy))
                                    .contains(Redundancy.FULL);
                            assertThat(e.after().map(GroupStanding::spares)).contains(1);
                        });
    }

    @Test
    void aPartThatIsNoLongerSpokenOfIsToldAsGone() {
        Judgement before = firstLook();
        state.apply(new Change.Forgotten(Parts.psu(HOST, 3)));
        state.apply(new Change.Ungrouped(Parts.power(HOST)));

        assertThat(Transitions.between(before, judge(), AT))
                .anySatisfy(
                        e ->
                                assertThat(e)
                                        .isEqualTo(
                                                new Event.ComponentChanged(
                                                        Parts.psu(HOST, 3),
                                                        AT,
                                                        Optional.of(Standing.WORKING),
                                                        Standing.ABSENT,
                                                        "no longer listed, and never accepted",
                                                        List.of())))
                .anySatisfy(
                        e ->
                                assertThat(e)
                                        .isInstanceOfSatisfying(
                                                Event.RedundancyChanged.class,
                                                g -> assertThat(g.after()).isEmpty()));
    }

    /** Law: a situation that was kept up to date judges as one that is made anew. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void judgingStepByStepIsJudgingAnew(long seed) {
        Random random = new Random(seed);
        firstLook();
        for (int step = 0; step < 200; step++) {
            ComponentId part = Parts.psu(HOST, 1 + random.nextInt(PSUS + 1));
            if (random.nextInt(10) == 0) {
                state.apply(new Change.Forgotten(part));
            } else {
                Health health = HEALTHS.get(random.nextInt(HEALTHS.size()));
                state.apply(Parts.reported(part, health, step, AT.plusSeconds(step)));
            }
            Judgement kept = judge();
            Judgement anew = new HostSituation().judge(expected());
            assertThat(kept).as("seed %s, step %s", seed, step).isEqualTo(anew);
        }
    }

    private Judgement firstLook() {
        Parts.firstLook(HOST, PSUS, AT).forEach(state::apply);
        return judge();
    }

    private Judgement judge() {
        return situation.judge(expected());
    }

    private Expected expected() {
        return Inventory.compare(state, Pinned.NOTHING, Needs.UNSAID, AT);
    }
}
