package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.profile.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several profiles say of one device. */
class MergingTest {

    private static final Profile GENERIC =
            Bench.profile(
                    "generic",
                    """
                    about: test
                    level: generic
                    match: {every-device: true}
                    components:
                      supply:
                        kind: psu
                        entry: 1.3.6.1.2.1.47.1.1.1.1
                        columns: {contained: 4, class: 5, name: 7}
                        only: {class: "6"}
                        ancestors: {chassis: {index: "{index}", class: "3"}}
                        name: "{name}"
                        entity: "{index}"
                        attributes: {chassis: "{chassis}"}
                      sensor:
                        adds-to: {entity: "{index}"}
                        entry: 1.3.6.1.2.1.99.1.1.1
                        columns: {type: 1, value: 4, scale: 2, precision: 3}
                        readings:
                          sensor: {of: value, name: "sensor {index}", unit-of: type, units: {voltsAC(3): volt}, entity-scale: scale, precision: precision}
                    groups:
                      power: {members: [supply], name: power}
                    """);

    private static final Profile VENDOR =
            Bench.profile(
                    "vendor",
                    """
                    about: test
                    match: {every-device: true}
                    covers: [fan]
                    components:
                      supply:
                        kind: psu
                        entry: 1.3.6.1.4.1.99999.1
                        columns: {state: 2}
                        name: "vendor supply {index}"
                        entity: "{index}"
                        states: {state: {of: state, values: {ok(1): ok, failed(2): failed, empty(3): unpopulated}}}
                      fan:
                        kind: fan
                        entry: 1.3.6.1.4.1.99999.2
                        columns: {state: 2}
                        name: "fan {index}"
                        states: {state: {of: state, values: {ok(1): ok, failed(2): failed}}}
                    groups:
                      supplies: {members: [supply], name: supplies, needed: 1}
                    """);

    private static final Profile OLDER =
            Bench.profile(
                    "older",
                    """
                    about: test
                    level: vendor
                    match: {every-device: true}
                    components:
                      fan:
                        kind: fan
                        entry: 1.3.6.1.4.1.99999.3
                        columns: {state: 2}
                        name: "blower {index}"
                        states: {state: {of: state, values: {ok(1): ok, failed(2): failed}}}
                    """);

    private static final String ENTITIES =
            """
            1.3.6.1.2.1.47.1.1.1.1.4.1|2|0
            1.3.6.1.2.1.47.1.1.1.1.5.1|2|3
            1.3.6.1.2.1.47.1.1.1.1.4.10|2|1
            1.3.6.1.2.1.47.1.1.1.1.5.10|2|6
            1.3.6.1.2.1.47.1.1.1.1.7.10|4|PSU A
            1.3.6.1.2.1.47.1.1.1.1.4.11|2|1
            1.3.6.1.2.1.47.1.1.1.1.5.11|2|6
            1.3.6.1.2.1.47.1.1.1.1.7.11|4|PSU B
            1.3.6.1.2.1.47.1.1.1.1.4.20|2|10
            1.3.6.1.2.1.99.1.1.1.1.20|2|3
            1.3.6.1.2.1.99.1.1.1.2.20|2|8
            1.3.6.1.2.1.99.1.1.1.3.20|2|1
            1.3.6.1.2.1.99.1.1.1.4.20|2|2301000
            """;

    @Test
    void partsOfOneEntityAreOneAndTheBetterProfileNamesIt() {
        Survey survey =
                Bench.survey(
                        List.of(GENERIC, VENDOR),
                        ENTITIES + "1.3.6.1.4.1.99999.1.2.10|2|2\n1.3.6.1.4.1.99999.1.2.11|2|3\n");
        assertThat(Bench.locals(survey))
                .as("the bay that the vendor calls empty is empty")
                .containsExactly("host:dev", "psu:vendor supply 10");
        assertThat(Bench.observation(survey, "psu:vendor supply 10"))
                .isInstanceOfSatisfying(
                        Observation.Reported.class,
                        psu -> {
                            assertThat(psu.health()).isEqualTo(Health.FAILED);
                            assertThat(psu.readings())
                                    .extracting(Reading::name, Reading::value)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple(
                                                    "sensor 20", 230.1));
                        });
        Component psu = survey.components().getLast();
        assertThat(psu.attributes()).containsEntry("chassis", "1");
    }

    @Test
    void groupsOfAKindComeFromTheBetterProfile() {
        Survey survey =
                Bench.survey(
                        List.of(GENERIC, VENDOR),
                        ENTITIES + "1.3.6.1.4.1.99999.1.2.10|2|1\n1.3.6.1.4.1.99999.1.2.11|2|1\n");
        assertThat(survey.groups())
                .singleElement()
                .satisfies(
                        group -> {
                            assertThat(group.id().name()).isEqualTo("supplies");
                            assertThat(group.members())
                                    .extracting(ComponentId::name)
                                    .containsExactly("vendor supply 10", "vendor supply 11");
                        });
    }

    @Test
    void whatABetterProfileCoversIsDroppedUnlessItIsWorse() {
        String better = "1.3.6.1.4.1.99999.2.2.1|2|1\n";
        Survey good =
                Bench.survey(List.of(OLDER, VENDOR), better + "1.3.6.1.4.1.99999.3.2.1|2|1\n");
        assertThat(Bench.locals(good)).containsExactly("host:dev", "fan:fan 1");
        Survey bad = Bench.survey(List.of(OLDER, VENDOR), better + "1.3.6.1.4.1.99999.3.2.1|2|2\n");
        assertThat(Bench.locals(bad)).containsExactly("host:dev", "fan:fan 1", "fan:blower 1");
    }

    @Test
    void aPartWithoutAnyStateIsListedAndSilent() {
        Survey survey = Bench.survey(List.of(GENERIC), ENTITIES);
        assertThat(Bench.observation(survey, "psu:PSU B")).isInstanceOf(Observation.Silent.class);
        assertThat(Bench.observation(survey, "psu:PSU A")).isInstanceOf(Observation.Reported.class);
    }

    @Test
    void aRingOfContainmentEnds() {
        Survey survey =
                Bench.survey(
                        List.of(GENERIC),
                        ENTITIES.replace("1.4.1|2|0", "1.4.1|2|10")
                                .replace("1.5.1|2|3", "1.5.1|2|9"));
        assertThat(Bench.locals(survey)).contains("psu:PSU A", "psu:PSU B");
    }

    @Test
    void endlessNamesAreCutAndStillToldApart() {
        String long1 = "\ud83d\ude00".repeat(300);
        Survey survey =
                Bench.survey(
                        List.of(GENERIC),
                        ENTITIES.replace("7.10|4|PSU A", "7.10|4|" + long1)
                                .replace("7.11|4|PSU B", "7.11|4|" + long1));
        assertThat(survey.components()).hasSize(3);
        assertThat(survey.components())
                .allSatisfy(c -> assertThat(c.id().name().length()).isLessThan(200));
    }
}
