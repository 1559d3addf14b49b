package io.holdfast.agent.devices.ipmi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sel.SelEntry;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSurveyTest {

    private static final ComponentId PS2 = FakeServer.HOST.component(Kind.PSU, "PS2");

    private final FakeServer server = new FakeServer();

    @Test
    void aGoodServerIsGood() {
        Survey survey = server.look();
        assertThat(survey.complete()).isTrue();
        assertThat(survey.observations())
                .allSatisfy(o -> assertThat(Standing.of(o)).isEqualTo(Standing.WORKING));
        assertThat(assess(survey, "power").forAlerts()).isEqualTo(Redundancy.FULL);
        assertThat(assess(survey, "cooling").spares()).isEqualTo(1);
        assertThat(survey.components().stream().filter(c -> c.parent().isEmpty()).toList())
                .singleElement()
                .satisfies(
                        c ->
                                assertThat(c.attributes())
                                        .containsEntry("vendor", "Hold")
                                        .containsEntry("serial", "S1")
                                        .containsEntry("firmware", "2.30"));
    }

    @Test
    void aFailedSupplyLeavesNoSpare() {
        server.states("PS2 Status", 0b11);
        server.states("PS Redundancy", 0b10);
        Survey survey = server.look();
        Assessment power = assess(survey, "power");
        assertThat(power.forAlerts()).isEqualTo(Redundancy.NONE);
        assertThat(power.computed()).isEqualTo(Redundancy.NONE);
        assertThat(power.spares()).isZero();
        Observation.Reported failed = (Observation.Reported) observation(survey, PS2);
        assertThat(failed.health()).isEqualTo(Health.FAILED);
        assertThat(failed.evidence().getFirst().key()).isEqualTo("20:1f:10.2");
        assertThat(failed.evidence().getFirst().label()).contains("Power Supply Failure detected");
        assertThat(survey.groups().getFirst().published().map(p -> p.evidence().key()))
                .contains("20:20:19.1");
    }

    @Test
    void aSupplyInStandbyIsNoFault() {
        server.states("PS2 Status", 1 | 1 << 7);
        Survey survey = server.look();
        assertThat(Standing.of(observation(survey, PS2))).isEqualTo(Standing.WORKING);
        assertThat(assess(survey, "power").forAlerts()).isEqualTo(Redundancy.FULL);
    }

    @Test
    void aSupplyWhosePresenceClearsIsAbsentThoughItsVoltageIsStillTold() {
        server.states("PS2 Status", 0);
        assertThat(observation(server.look(), PS2)).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void aBmcThatSetsNoPresenceForAnySupplyIsNotBelieved() {
        server.states("PS1 Status", 0);
        server.states("PS2 Status", 0);
        assertThat(Standing.of(observation(server.look(), PS2))).isEqualTo(Standing.WORKING);
    }

    @Test
    void aSupplyWhoseSensorTurnsNotAvailableIsAbsent() {
        server.set("PS2 Status", new Seen.NotAvailable());
        server.set("PS2 Input Volt", new Seen.NotAvailable());
        server.set("PS2 Current", new Seen.NotAvailable());
        assertThat(observation(server.look(), PS2)).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void aFanThatTurnsNotAvailableIsAbsentUnlessTheServerIsOff() {
        ComponentId fan = FakeServer.HOST.component(Kind.FAN, "Fan3 RPM");
        server.look();
        server.set("Fan3 RPM", new Seen.NotAvailable());
        assertThat(observation(server.look(), fan)).isInstanceOf(Observation.Absent.class);
        server.on = false;
        assertThat(observation(server.look(), fan)).isInstanceOf(Observation.Silent.class);
    }

    @Test
    void fansThatStandWhileTheServerIsOffAreNoFault() {
        server.on = false;
        server.raw("Fan3 RPM", 0, 0b011);
        ComponentId fan = FakeServer.HOST.component(Kind.FAN, "Fan3 RPM");
        assertThat(Standing.of(observation(server.look(), fan))).isEqualTo(Standing.WORKING);
    }

    @Test
    void anUnansweredSensorIsSilentAndNeverAFault() {
        server.look();
        server.set("Fan3 RPM", new Seen.Lost(Answer.Why.TIMED_OUT, "no answer"));
        ComponentId fan = FakeServer.HOST.component(Kind.FAN, "Fan3 RPM");
        assertThat(observation(server.look(), fan)).isInstanceOf(Observation.Silent.class);
    }

    @Test
    void aSlotThatWasNeverFilledIsNoPart() {
        server.states("Drive 1", 0);
        Survey survey = server.look();
        assertThat(survey.components()).noneMatch(c -> c.id().name().equals("Drive 1"));
    }

    @Test
    void aDriveThatIsPulledIsAbsent() {
        server.look();
        server.states("Drive 1", 0);
        ComponentId drive = FakeServer.HOST.component(Kind.DISK, "Drive 1");
        assertThat(observation(server.look(), drive)).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void cipherZeroIsAFinding() {
        server.cipherZero = true;
        ComponentId bmc = FakeServer.HOST.component(Kind.BMC, "bmc");
        Observation.Reported told = (Observation.Reported) observation(server.look(), bmc);
        assertThat(told.health()).isEqualTo(Health.DEGRADED);
        assertThat(told.evidence().getFirst().key()).isEqualTo("cipher suite 0");
    }

    @Test
    void whatTheLogTellsIsHistoryAndNeverAState() {
        server.logged =
                List.of(
                        new SelEntry.SensorEvent(
                                65,
                                Optional.of(Instant.parse("2026-03-01T12:00:00Z")),
                                new SensorKey(0x20, 0, 31),
                                8,
                                0x6f,
                                true,
                                3,
                                Octets.of(0xa3, 0xff, 0xff)));
        Survey survey = server.look();
        assertThat(survey.observations())
                .allSatisfy(o -> assertThat(Standing.of(o)).isEqualTo(Standing.WORKING));
        ComponentId bmc = FakeServer.HOST.component(Kind.BMC, "bmc");
        assertThat(((Observation.Reported) observation(survey, bmc)).evidence())
                .anySatisfy(
                        e -> {
                            assertThat(e.key()).isEqualTo("log entry 65");
                            assertThat(e.value()).isEqualTo("2026-03-01T12:00:00Z");
                            assertThat(e.label())
                                    .isEqualTo(
                                            "logged: PS2 Status 20:1f:10.2 (power supply):"
                                                    + " Power Supply input lost (AC/DC)");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, FULL",
        "1, NONE",
        "2, DEGRADED",
        "3, NONE",
        "4, NONE",
        "5, INSUFFICIENT",
        "6, DEGRADED",
        "7, DEGRADED"
    })
    void redundancyOffsetsAreWhatTheyClaim(int offset, Redundancy claimed) {
        server.states("PS Redundancy", 1 << offset);
        Optional<Published> published = server.look().groups().getFirst().published();
        assertThat(published.map(Published::redundancy)).contains(claimed);
    }

    @Test
    void aDisabledRedundancySensorClaimsNothing() {
        server.set("PS Redundancy", new Seen.NotAvailable());
        assertThat(server.look().groups().getFirst().published()).isEmpty();
    }

    private static Observation observation(Survey survey, ComponentId id) {
        return survey.observations().stream()
                .filter(o -> o.component().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + survey.components()));
    }

    private static Assessment assess(Survey survey, String name) {
        Map<ComponentId, Observation> all =
                survey.observations().stream()
                        .collect(Collectors.toMap(Observation::component, Function.identity()));
        RedundancyGroup group =
                survey.groups().stream()
                        .filter(g -> g.id().name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return Assess.assess(
                group,
                id -> Optional.ofNullable(all.get(id)).map(Standing::of).orElse(Standing.UNKNOWN));
    }
}
