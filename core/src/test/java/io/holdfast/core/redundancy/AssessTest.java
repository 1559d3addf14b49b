package io.holdfast.core.redundancy;

import static io.holdfast.core.Things.evidence;
import static io.holdfast.core.Things.group;
import static io.holdfast.core.Things.psu;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessTest {

    @ParameterizedTest(name = "{0} work, {1} unknown of {2}, {3} needed: {4}")
    @CsvSource({
        "2, 0, 2, 1, FULL",
        "1, 0, 2, 1, NONE",
        "0, 0, 2, 1, INSUFFICIENT",
        "1, 0, 1, 1, NONE",
        "5, 0, 6, 4, DEGRADED",
        "4, 0, 6, 4, NONE",
        "3, 0, 6, 4, INSUFFICIENT",
        "6, 0, 6, 4, FULL",
        "1, 1, 2, 1, UNKNOWN",
        "0, 2, 2, 1, UNKNOWN",
        "0, 1, 2, 2, INSUFFICIENT",
        "4, 1, 6, 3, DEGRADED",
        "5, 1, 6, 4, UNKNOWN",
        "2, 0, 2, 3, INSUFFICIENT",
    })
    void stateOfNumbers(int works, int unknown, int members, int needed, Redundancy expected) {
        assertThat(Assess.state(works, unknown, members, needed)).isEqualTo(expected);
    }

    @Test
    void sparesCountOnlyWhatIsKnownToWork() {
        Assessment assessment = assess(Standing.WORKING, Standing.UNKNOWN);
        assertThat(assessment.computed()).isEqualTo(Redundancy.UNKNOWN);
        assertThat(assessment.spares()).isZero();
        assertThat(assessment.singlePointOfFailure()).isFalse();
    }

    @Test
    void aWeakMemberStillWorks() {
        Assessment assessment = assess(Standing.WORKING, Standing.WEAK);
        assertThat(assessment.computed()).isEqualTo(Redundancy.FULL);
        assertThat(assessment.members(Standing.WEAK)).containsExactly(psu(2));
    }

    @Test
    void absentAndFailedCountTheSame() {
        assertThat(assess(Standing.WORKING, Standing.ABSENT).computed())
                .isEqualTo(assess(Standing.WORKING, Standing.FAILED).computed())
                .isEqualTo(Redundancy.NONE);
    }

    @ParameterizedTest(name = "device says {0}: alerts {1}, action {2}")
    @CsvSource({
        "FULL, FULL, FULL, false",
        "NONE, NONE, UNKNOWN, true",
        "UNKNOWN, FULL, FULL, false",
    })
    void worseCountsForAlertsAndNeitherForAction(
            Redundancy claimed, Redundancy alerts, Redundancy action, boolean disagrees) {
        RedundancyGroup plain = group("power", 1, psu(1), psu(2));
        RedundancyGroup claiming =
                new RedundancyGroup(
                        plain.id(),
                        plain.kind(),
                        plain.members(),
                        1,
                        Optional.empty(),
                        Optional.of(new Published(claimed, evidence())));
        Assessment assessment = Assess.assess(claiming, member -> Standing.WORKING);
        assertThat(assessment.forAlerts()).isEqualTo(alerts);
        assertThat(assessment.forAction()).isEqualTo(action);
        assertThat(assessment.disagrees()).isEqualTo(disagrees);
    }

    private static Assessment assess(Standing first, Standing second) {
        List<Standing> standings = List.of(first, second);
        RedundancyGroup group = group("power", 1, psu(1), psu(2));
        return Assess.assess(group, member -> standings.get(member.equals(psu(1)) ? 0 : 1));
    }
}
