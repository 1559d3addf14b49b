package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Profile POWER =
            Bench.profile(
                    "power",
                    """
                    about: test
                    match: {objects: [1.3.6.1.4.1.99999]}
                    covers: [psu]
                    objects: {firmware: 1.3.6.1.4.1.99999.9.0}
                    components:
                      supply:
                        kind: psu
                        entry: 1.3.6.1.4.1.99999.1.1
                        columns: {label: 2, state: 3, unit: 4, watts: 5}
                        lookups:
                          model: {object: 1.3.6.1.4.1.99999.3, index: "{unit}.{index:1}"}
                        except: {label: hidden}
                        name: "{label} | PSU {index}"
                        attributes: {model: "{model}"}
                        states:
                          state:
                            of: state
                            values: {ok(1): ok, failed(2): failed, empty(3): unpopulated, gone(4): absent}
                          old-state:
                            of: state
                            when: {firmware: "1\\\\..*"}
                            values: {ok(1): degraded}
                            otherwise: nothing
                        readings:
                          output: {of: watts, unit: watt, scale: 0.1, limits: {high-critical: 100}}
                    groups:
                      power:
                        members: [supply]
                        entry: 1.3.6.1.4.1.99999.2.1
                        columns: {claim: 2, need: 3}
                        key: "{index}"
                        member-key: "{unit}"
                        name: "power {index}"
                        needed-of: need
                        published:
                          redundancy: {of: claim, values: {full(1): full, lost(2): none}}
                    """);

    private static final String WALK =
            """
            1.3.6.1.4.1.99999.1.1.2.1|4|PS A
            1.3.6.1.4.1.99999.1.1.2.2|4|
            1.3.6.1.4.1.99999.1.1.2.3|4|PS C
            1.3.6.1.4.1.99999.1.1.2.4|4|PS D
            1.3.6.1.4.1.99999.1.1.2.5|4|hidden
            1.3.6.1.4.1.99999.1.1.2.6|4|PS F
            1.3.6.1.4.1.99999.1.1.3.1|2|1
            1.3.6.1.4.1.99999.1.1.3.2|2|2
            1.3.6.1.4.1.99999.1.1.3.3|2|3
            1.3.6.1.4.1.99999.1.1.3.4|2|4
            1.3.6.1.4.1.99999.1.1.3.5|2|2
            1.3.6.1.4.1.99999.1.1.3.6|2|77
            1.3.6.1.4.1.99999.1.1.4.1|2|7
            1.3.6.1.4.1.99999.1.1.4.2|2|7
            1.3.6.1.4.1.99999.1.1.4.4|2|7
            1.3.6.1.4.1.99999.1.1.5.1|66|995
            1.3.6.1.4.1.99999.2.1.2.7|2|2
            1.3.6.1.4.1.99999.2.1.3.7|2|2
            1.3.6.1.4.1.99999.3.7.1|4|X-1
            """;

    @Test
    void statesBecomeHealthAndPresence() {
        Survey survey = Bench.survey(List.of(POWER), WALK);
        assertThat(Bench.locals(survey))
                .containsExactly("host:dev", "psu:PS A", "psu:PSU 2", "psu:PS D", "psu:PS F");
        assertThat(Bench.observation(survey, "psu:PS A"))
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        psu -> {
                            assertThat(psu.health()).isEqualTo(Health.OK);
                            assertThat(psu.readings())
                                    .extracting(Reading::name, Reading::value)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple("output", 99.5));
                        });
        assertThat(Bench.observation(survey, "psu:PSU 2"))
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        psu -> {
                            assertThat(psu.health()).isEqualTo(Health.FAILED);
                            assertThat(psu.evidence().getFirst().key())
                                    .isEqualTo("1.3.6.1.4.1.99999.1.1.3.2");
                            assertThat(psu.evidence().getFirst().label())
                                    .isEqualTo("state: failed");
                        });
        assertThat(Bench.observation(survey, "psu:PS D")).isInstanceOf(Observation.Absent.class);
        assertThat(Bench.observation(survey, "psu:PS F"))
                .as("a number that the profile does not know")
                .isInstanceOfSatisfying(
                        Observation.Silent.class,
                        psu ->
                                assertThat(psu.reason().cause())
                                        .isEqualTo(Silence.Cause.NOT_UNDERSTOOD));
    }

    @Test
    void groupsHaveMembersNeedAndClaim() {
        Survey survey = Bench.survey(List.of(POWER), WALK);
        assertThat(survey.complete()).isTrue();
        assertThat(survey.groups())
                .singleElement()
                .satisfies(
                        group -> {
                            assertThat(group.id().name()).isEqualTo("power 7");
                            assertThat(group.members()).hasSize(3);
                            assertThat(group.needed()).isEqualTo(2);
                            assertThat(group.published().orElseThrow().redundancy())
                                    .isEqualTo(Redundancy.NONE);
                        });
    }

    @Test
    void aStateMayDependOnTheFirmware() {
        Survey survey = Bench.survey(List.of(POWER), WALK + "1.3.6.1.4.1.99999.9.0|4|1.2\n");
        assertThat(Bench.observation(survey, "psu:PS A"))
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        psu -> assertThat(psu.health()).isEqualTo(Health.DEGRADED));
    }

    @Test
    void anUnansweredStateIsSilenceAndNeverAbsence() {
        Survey survey =
                Bench.survey(
                        List.of(POWER),
                        WALK.replaceAll("(?m)^1.3.6.1.4.1.99999.1.1.3\\.[1-6].*\n", ""),
                        "1.3.6.1.4.1.99999.1.1.3");
        assertThat(survey.complete()).isFalse();
        assertThat(Bench.observation(survey, "psu:PS A"))
                .isInstanceOfSatisfying(
                        Observation.Silent.class,
                        psu -> assertThat(psu.reason().cause()).isEqualTo(Silence.Cause.TIMED_OUT));
    }

    @Test
    void anUnansweredNameListsNothingAndTheSurveyIsNotComplete() {
        Survey survey = Bench.survey(List.of(POWER), WALK, "1.3.6.1.4.1.99999.1.1.2");
        assertThat(Bench.locals(survey)).containsExactly("host:dev");
        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen()).extracting(u -> u.target()).contains("power supply");
    }

    @Test
    void theDeviceItselfHasNoParentAndAllOthersHaveOne() {
        Survey survey = Bench.survey(List.of(POWER), WALK);
        assertThat(survey.components())
                .allSatisfy(
                        c ->
                                assertThat(c.parent().isEmpty())
                                        .isEqualTo(c.id().equals(Bench.HOST.self())));
    }

    @Test
    void asksForWhatTheProfileNeedsAndNoMore() {
        DeviceKnowledge knowledge = new DeviceKnowledge(List.of(POWER));
        assertThat(knowledge.scalars())
                .extracting(Oid::toString)
                .containsExactly("1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.2.0", "1.3.6.1.4.1.99999.9.0");
        assertThat(knowledge.subtrees())
                .extracting(Oid::toString)
                .containsExactly(
                        "1.3.6.1.4.1.99999.1.1.2",
                        "1.3.6.1.4.1.99999.1.1.3",
                        "1.3.6.1.4.1.99999.1.1.4",
                        "1.3.6.1.4.1.99999.1.1.5",
                        "1.3.6.1.4.1.99999.2.1.2",
                        "1.3.6.1.4.1.99999.2.1.3",
                        "1.3.6.1.4.1.99999.3");
    }
}
