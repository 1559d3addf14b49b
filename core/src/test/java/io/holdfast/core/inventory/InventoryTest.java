package io.holdfast.core.inventory;

import static io.holdfast.core.Things.NOON;
import static io.holdfast.core.Things.group;
import static io.holdfast.core.Things.nic;
import static io.holdfast.core.Things.psu;
import static io.holdfast.core.Things.reported;
import static io.holdfast.core.Things.survey;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final RedundancyGroup POWER = group("power", 1, psu(1), psu(2));

    @Test
    void whatIsAsAcceptedHasNoDifference() {
        HostState state = after(psus(1, 2));
        assertThat(compare(state, Pinned.of(state)).differences()).isEmpty();
    }

    @Test
    void aPulledPartIsAbsentEvenForAnAgentThatNeverSawIt() {
        Pinned pinned = Pinned.of(after(psus(1, 2)));
        Expected expected = compare(after(psus(1)), pinned);
        assertThat(expected.observations().get(psu(2))).isInstanceOf(Observation.Absent.class);
        assertThat(expected.differences()).contains(new Difference.Missing(psu(2)));
    }

    @Test
    void anEmptyPlaceThatAGroupNamesIsAbsentThoughNobodyAcceptedIt() {
        HostState state = after(ungrouped(1));
        state.apply(
                new Change.Observed(
                        new Observation.Absent(
                                psu(2), NOON, new Evidence("bay", "2", "empty", "no supply"))));
        Pinned nothing = Pinned.of(new HostState());
        assertThat(compare(state, nothing).observations()).doesNotContainKey(psu(2));
        state.apply(new Change.Grouped(POWER, "linux.power"));
        assertThat(compare(state, nothing).observations().get(psu(2)))
                .isInstanceOf(Observation.Absent.class);
    }

    @Test
    void silenceOfTheProbeIsNotAbsence() {
        Pinned pinned = Pinned.of(after(psus(1, 2)));
        Survey blind = survey("linux.power", false, List.of());
        for (HostState state : List.of(new HostState(), after(blind))) {
            Expected expected = compare(state, pinned);
            assertThat(expected.observations().values())
                    .hasSize(2)
                    .hasOnlyElementsOfType(Observation.Silent.class);
            assertThat(expected.differences()).isEmpty();
            assertThat(expected.groups()).containsValue(POWER);
            assertThat(expected.outside().get(POWER.id())).isEmpty();
        }
    }

    @Test
    void aNewPartIsNamedAndCounts() {
        Expected expected = compare(after(psus(1, 2)), Pinned.of(after(psus(1))));
        assertThat(expected.differences())
                .contains(new Difference.Added(Component.ofHost(psu(2), Map.of())));
        assertThat(power(expected).members()).hasSize(2);
    }

    @Test
    void anotherPieceUnderTheSameNameIsNamed() {
        HostState before = after(psus(1));
        before.apply(serial("A1"));
        HostState now = after(psus(1));
        now.apply(serial("B2"));
        assertThat(compare(now, Pinned.of(before)).differences())
                .singleElement()
                .isInstanceOf(Difference.Replaced.class);
    }

    @Test
    void aMemberThatLeftItsGroupIsOutside() {
        RedundancyGroup two = group("bond0", 1, nic("e0"), nic("e1"));
        RedundancyGroup one = group("bond0", 1, nic("e0"));
        Pinned pinned = Pinned.of(after(nics(two)));
        Expected expected = compare(after(nics(one)), pinned);
        assertThat(expected.groups().get(two.id())).isEqualTo(two);
        assertThat(expected.outside().get(two.id())).containsExactly(nic("e1"));
        assertThat(expected.differences()).containsExactly(new Difference.GroupChanged(two, one));
    }

    @Test
    void aGroupThatIsDeclaredNoLongerHasAllItsMembersOutside() {
        RedundancyGroup two = group("bond0", 1, nic("e0"), nic("e1"));
        Pinned pinned = Pinned.of(after(nics(two)));
        Expected expected = compare(after(nics()), pinned);
        assertThat(expected.outside().get(two.id()))
                .containsExactlyInAnyOrder(nic("e0"), nic("e1"));
        assertThat(expected.differences()).containsExactly(new Difference.GroupMissing(two));
    }

    @Test
    void theOperatorsNeedWins() {
        Needs needs = new Needs(Map.of(), Map.of("power", 2));
        Expected expected = Inventory.compare(after(psus(1, 2)), Pinned.NOTHING, needs, NOON);
        assertThat(power(expected).needed()).isEqualTo(2);
    }

    @Test
    void whatCameAndWentUnacceptedIsForgotten() {
        StateTable table = new StateTable(Significance.DEFAULT);
        table.apply(psus(1, 2));
        table.apply(ungrouped(1));
        Expected expected = compare(table.state(), Pinned.of(after(ungrouped(1))));
        assertThat(expected.observations()).containsOnlyKeys(psu(1));
    }

    private static RedundancyGroup power(Expected expected) {
        return Objects.requireNonNull(expected.groups().get(POWER.id()));
    }

    private static Expected compare(HostState state, Pinned pinned) {
        return Inventory.compare(state, pinned, Needs.UNSAID, NOON);
    }

    private static Change serial(String serial) {
        Component psu = Component.ofHost(psu(1), Map.of("serial", serial));
        return new Change.Seen(psu, "linux.power");
    }

    private static Survey ungrouped(int number) {
        return survey("linux.power", true, List.of(), reported(psu(number), Health.OK));
    }

    private static Survey psus(Integer... numbers) {
        Observation[] seen =
                Arrays.stream(numbers)
                        .map(n -> reported(psu(n), Health.OK))
                        .toArray(Observation[]::new);
        return survey("linux.power", true, List.of(POWER), seen);
    }

    private static Survey nics(RedundancyGroup... groups) {
        ComponentId[] both = {nic("e0"), nic("e1")};
        Observation[] seen =
                Arrays.stream(both).map(id -> reported(id, Health.OK)).toArray(Observation[]::new);
        return survey("linux.net", true, List.of(groups), seen);
    }

    private static HostState after(Survey... surveys) {
        StateTable table = new StateTable(Significance.DEFAULT);
        Arrays.stream(surveys).forEach(table::apply);
        return table.state();
    }
}
