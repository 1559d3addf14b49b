package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.walk.Walk;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shipped profiles on small answers written from the MIBs. */
class FamiliesTest {

    private static final Profiles PROFILES = Profiles.shipped();

    private static final String IDRAC =
            """
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.674.10892.5
            1.3.6.1.4.1.674.10892.5.1.3.12.0|4|PowerEdge R660
            1.3.6.1.4.1.674.10892.5.4.600.12.1.8.1.1|4|PS1 Status
            1.3.6.1.4.1.674.10892.5.4.600.12.1.8.1.2|4|PS2 Status
            1.3.6.1.4.1.674.10892.5.4.600.12.1.5.1.1|2|3
            1.3.6.1.4.1.674.10892.5.4.600.12.1.5.1.2|2|5
            1.3.6.1.4.1.674.10892.5.4.600.12.1.10.1.1|2|1
            1.3.6.1.4.1.674.10892.5.4.600.12.1.10.1.2|2|1
            1.3.6.1.4.1.674.10892.5.4.600.12.1.11.1.1|2|1
            1.3.6.1.4.1.674.10892.5.4.600.12.1.11.1.2|2|9
            """;

    @Test
    void theNumbersOfDellsRedundancyDependOnTheGeneration() {
        Survey nine =
                survey(
                        IDRAC
                                + "1.3.6.1.4.1.674.10892.5.1.1.2.0|4|iDRAC9\n"
                                + "1.3.6.1.4.1.674.10892.5.4.600.10.1.5.1.1|2|5\n");
        assertThat(published(nine)).isEqualTo(Redundancy.NONE);
        Survey ten =
                survey(
                        IDRAC
                                + "1.3.6.1.4.1.674.10892.5.1.1.2.0|4|iDRAC10\n"
                                + "1.3.6.1.4.1.674.10892.5.4.600.10.1.5.1.1|2|1\n");
        assertThat(published(ten)).isEqualTo(Redundancy.FULL);
        assertThat(Bench.observation(ten, "psu:PS2"))
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        psu -> {
                            assertThat(psu.health()).isEqualTo(Health.FAILED);
                            assertThat(psu.evidence())
                                    .anySatisfy(
                                            e ->
                                                    assertThat(e.label())
                                                            .isEqualTo("sensor: psACLost"));
                        });
    }

    @Test
    void aSupplyWhosePresenceBitClearsIsAbsent() {
        Survey survey = survey(IDRAC.replace("12.1.11.1.2|2|9", "12.1.11.1.2|2|0"));
        assertThat(Bench.observation(survey, "psu:PS2")).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void aJuniperFanAtFullSpeedIsNoFaultAndAnOfflineSupplyIsOne() {
        Survey survey =
                survey(
                        """
                        1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2636.1.1.1.2.29
                        1.3.6.1.4.1.2636.3.1.15.1.5.4.1.0.0|4|Fan Tray 0
                        1.3.6.1.4.1.2636.3.1.15.1.6.4.1.0.0|2|13
                        1.3.6.1.4.1.2636.3.1.15.1.8.4.1.0.0|2|6
                        1.3.6.1.4.1.2636.3.1.13.1.6.4.1.0.0|2|5
                        1.3.6.1.4.1.2636.3.1.15.1.5.2.1.0.0|4|PEM 0
                        1.3.6.1.4.1.2636.3.1.15.1.6.2.1.0.0|2|7
                        1.3.6.1.4.1.2636.3.1.15.1.8.2.1.0.0|2|8
                        1.3.6.1.4.1.2636.3.1.15.1.5.2.2.0.0|4|PEM 1
                        1.3.6.1.4.1.2636.3.1.15.1.6.2.2.0.0|2|7
                        1.3.6.1.4.1.2636.3.1.15.1.8.2.2.0.0|2|2
                        """);
        assertThat(health(survey, "fan:Fan Tray 0")).isEqualTo(Health.OK);
        assertThat(health(survey, "psu:PEM 0")).isEqualTo(Health.FAILED);
        assertThat(Bench.locals(survey)).as("an empty bay").doesNotContain("psu:PEM 1");
    }

    @Test
    void aPortOfALagIsJudgedByLacpAndAnUnusedPortIsNoFault() {
        Survey survey =
                survey(
                        """
                        1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2636.1
                        1.3.6.1.2.1.2.2.1.3.1|2|6
                        1.3.6.1.2.1.2.2.1.7.1|2|1
                        1.3.6.1.2.1.2.2.1.8.1|2|1
                        1.3.6.1.2.1.31.1.1.1.1.1|4|xe-0/0/1
                        1.2.840.10006.300.43.1.2.1.1.13.1|2|50
                        1.2.840.10006.300.43.1.2.1.1.21.1|4x|bc
                        1.3.6.1.2.1.2.2.1.3.2|2|6
                        1.3.6.1.2.1.2.2.1.7.2|2|1
                        1.3.6.1.2.1.2.2.1.8.2|2|1
                        1.3.6.1.2.1.31.1.1.1.1.2|4|xe-0/0/2
                        1.2.840.10006.300.43.1.2.1.1.13.2|2|50
                        1.2.840.10006.300.43.1.2.1.1.21.2|4x|a2
                        1.3.6.1.2.1.2.2.1.3.3|2|6
                        1.3.6.1.2.1.2.2.1.7.3|2|1
                        1.3.6.1.2.1.2.2.1.8.3|2|2
                        1.3.6.1.2.1.31.1.1.1.1.3|4|xe-0/0/3
                        1.3.6.1.2.1.31.1.1.1.1.50|4|ae0
                        1.2.840.10006.300.43.1.1.1.1.5.50|2|1
                        1.3.6.1.2.1.2.2.1.3.4|2|6
                        1.3.6.1.2.1.2.2.1.7.4|2|1
                        1.3.6.1.2.1.2.2.1.8.4|2|2
                        1.3.6.1.2.1.31.1.1.1.1.4|4|xe-0/0/4
                        1.2.840.10006.300.43.1.2.1.1.12.4|2|50
                        1.2.840.10006.300.43.1.2.1.1.13.4|2|0
                        1.3.6.1.2.1.2.2.1.3.5|2|6
                        1.3.6.1.2.1.2.2.1.7.5|2|1
                        1.3.6.1.2.1.2.2.1.8.5|2|2
                        1.3.6.1.2.1.31.1.1.1.1.5|4|xe-0/0/5
                        1.2.840.10006.300.43.1.2.1.1.12.5|2|5
                        1.2.840.10006.300.43.1.2.1.1.13.5|2|5
                        1.2.840.10006.300.43.1.1.1.1.5.5|2|2
                        """);
        assertThat(health(survey, "port:xe-0/0/1")).isEqualTo(Health.OK);
        assertThat(health(survey, "port:xe-0/0/2")).as("not in sync").isEqualTo(Health.FAILED);
        assertThat(health(survey, "port:xe-0/0/3")).as("without a cable").isEqualTo(Health.OK);
        assertThat(health(survey, "port:xe-0/0/4")).as("detached").isEqualTo(Health.FAILED);
        assertThat(health(survey, "port:xe-0/0/5")).as("nobody's").isEqualTo(Health.OK);
        assertThat(survey.groups())
                .extracting(RedundancyGroup::needed, group -> group.members().size())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 3));
    }

    @Test
    void anUpsOnBatteryHasNoFeed() {
        Survey survey =
                survey(
                        """
                        1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.1
                        1.3.6.1.2.1.33.1.2.1.0|2|3
                        1.3.6.1.2.1.33.1.4.1.0|2|5
                        1.3.6.1.2.1.33.1.6.1.0|66|2
                        1.3.6.1.2.1.33.1.6.2.1.2.1|6|1.3.6.1.2.1.33.1.6.3.2
                        1.3.6.1.2.1.33.1.6.2.1.2.2|6|1.3.6.1.2.1.33.1.6.3.8
                        """);
        assertThat(health(survey, "battery:battery")).isEqualTo(Health.FAILED);
        assertThat(health(survey, "ups:UPS")).as("overloaded").isEqualTo(Health.FAILED);
    }

    private static Redundancy published(Survey survey) {
        return survey.groups().stream()
                .filter(group -> group.id().name().startsWith("power"))
                .findFirst()
                .orElseThrow()
                .published()
                .orElseThrow()
                .redundancy();
    }

    private static Health health(Survey survey, String local) {
        return ((Observation.Reported) Bench.observation(survey, local)).health();
    }

    private static Survey survey(String text) {
        Walk walk = Walk.parse(text);
        return PROFILES.matching(walk.sysObjectId(), walk.sysDescr())
                .evaluate(Bench.HOST, "snmp", Bench.AT, walk.said(), Set.of());
    }
}
