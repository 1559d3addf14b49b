package io.holdfast.core.state;

import static io.holdfast.core.Things.NOON;
import static io.holdfast.core.Things.group;
import static io.holdfast.core.Things.psu;
import static io.holdfast.core.Things.reported;
import static io.holdfast.core.Things.reportedAt;
import static io.holdfast.core.Things.silent;
import static io.holdfast.core.Things.survey;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTableTest {

    private final StateTable table = new StateTable(Significance.DEFAULT);

    @Test
    void theFirstSurveyTellsEverything() {
        List<Change> changes = table.apply(both(Health.OK));
        assertThat(changes).hasSize(6);
        assertThat(changes)
                .hasOnlyElementsOfTypes(
                        Change.Seen.class,
                        Change.Observed.class,
                        Change.Grouped.class,
                        Change.Looked.class);
    }

    @Test
    void nothingNewTellsNothingButIsConfirmed() {
        table.apply(both(Health.OK));
        Survey later = at(both(Health.OK), Duration.ofSeconds(5));
        assertThat(table.apply(later)).isEmpty();
        assertThat(table.state().confirmedAt(psu(1))).contains(NOON.plusSeconds(5));
    }

    @Test
    void aPartThatLeavesACompleteSurveyIsAbsentOnce() {
        table.apply(both(Health.OK));
        Survey without = survey("p", true, List.of(power()), reported(psu(1), Health.OK));
        assertThat(table.apply(without))
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change)
                                        .isInstanceOfSatisfying(
                                                Change.Observed.class,
                                                observed ->
                                                        assertThat(observed.observation())
                                                                .isInstanceOf(
                                                                        Observation.Absent.class)
                                                                .extracting(Observation::component)
                                                                .isEqualTo(psu(2))));
        assertThat(table.apply(without)).isEmpty();
    }

    @Test
    void anIncompleteSurveyProvesNothing() {
        table.apply(both(Health.OK));
        Survey partial = survey("p", false, List.of(), reported(psu(1), Health.OK));
        assertThat(table.apply(partial)).containsExactly(new Change.Looked("p", NOON, false));
        assertThat(table.state().observations().get(psu(2)))
                .isInstanceOf(Observation.Reported.class);
    }

    @Test
    void aCompleteSurveyOfAnotherProbeTakesNothingAway() {
        table.apply(both(Health.OK));
        table.apply(survey("other", true, List.of()));
        assertThat(table.state().groups()).hasSize(1);
        assertThat(table.state().observations()).hasSize(2);
    }

    @Test
    void aPartThatComesBackIsToldAgain() {
        table.apply(both(Health.OK));
        table.apply(survey("p", true, List.of(power()), reported(psu(1), Health.OK)));
        assertThat(table.apply(both(Health.OK)))
                .containsExactly(new Change.Observed(reported(psu(2), Health.OK)));
    }

    @Test
    void silenceIsToldAndKeepsTheAgeOfTheSilence() {
        table.apply(both(Health.OK));
        Survey quiet =
                survey("p", true, List.of(power()), reported(psu(1), Health.OK), silent(psu(2)));
        assertThat(table.apply(at(quiet, Duration.ofMinutes(1)))).hasSize(1);
        assertThat(table.state().confirmedAt(psu(2))).contains(NOON);
    }

    @Test
    void smallMovesWaitAndLargeOnesDoNot() {
        tell(230.0, 0);
        assertThat(tell(231.0, 5)).isEmpty();
        assertThat(tell(240.0, 10)).hasSize(1);
        assertThat(tell(241.0, 15)).isEmpty();
        assertThat(tell(241.0, 70)).as("a minute later the small move is told").hasSize(1);
        assertThat(tell(241.0, 200)).as("no move, no telling").isEmpty();
    }

    @Test
    void theChangesOfAStateMakeTheSameState() {
        table.apply(both(Health.DEGRADED));
        HostState copy = new HostState();
        table.state().changes().forEach(copy::apply);
        assertThat(copy).isEqualTo(table.state()).hasSameHashCodeAs(table.state());
    }

    private List<Change> tell(double volts, int second) {
        Reading input = Reading.of("input", volts, Unit.VOLT);
        Observation seen = reportedAt(NOON.plusSeconds(second), psu(1), Health.OK, input);
        List<Change> changes = table.apply(survey("p", true, List.of(), seen));
        return changes.stream().filter(Change.Observed.class::isInstance).toList();
    }

    private static RedundancyGroup power() {
        return group("power", 1, psu(1), psu(2));
    }

    private static Survey both(Health health) {
        return survey(
                "p", true, List.of(power()), reported(psu(1), health), reported(psu(2), health));
    }

    private static Survey at(Survey s, Duration later) {
        return new Survey(
                s.probe(),
                s.at().plus(later),
                s.complete(),
                s.components(),
                s.observations(),
                s.groups(),
                s.unseen());
    }
}
