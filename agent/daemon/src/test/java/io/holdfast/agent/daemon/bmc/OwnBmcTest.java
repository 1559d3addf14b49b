package io.holdfast.agent.daemon.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OwnBmcTest {

    private static final HostId HOST = HostId.parse("ber1/r12/db07");
    private static final ComponentId BMC = HOST.component(Kind.BMC, "ipmi0");
    private static final ComponentId PS1 = HOST.component(Kind.PSU, "PS1");
    private static final Instant AT = Instant.EPOCH;

    private final List<String> openedAt = new ArrayList<>();
    private Optional<String> file = Optional.of("/dev/ipmi0");
    private Survey told = server(Health.OK, Health.OK);
    private final OwnBmc probe =
            new OwnBmc(
                    probe("linux.bmc", OwnBmcTest::detected),
                    () -> file,
                    path -> {
                        openedAt.add(path);
                        return probe("ipmi.bmc", () -> told);
                    });

    @Test
    void whereThereIsNoneNobodyIsMadeToAskIt() throws InterruptedException {
        file = Optional.empty();
        assertThat(probe.look()).isEqualTo(detected());
        assertThat(openedAt).isEmpty();
    }

    @Test
    void whatTheBmcSaysIsPartOfTheMachineAndItselfIsOne() throws InterruptedException {
        Survey seen = probe.look();
        probe.look();
        assertThat(openedAt).containsExactly("/dev/ipmi0");
        assertThat(seen.probe()).isEqualTo("linux.bmc");
        assertThat(seen.complete()).isTrue();
        assertThat(seen.components()).extracting(Component::id).containsExactly(BMC, PS1);
        assertThat(seen.components().getFirst().attributes())
                .containsEntry("vendor", "kernel's word")
                .containsEntry("firmware", "2.30");
        assertThat(seen.observations()).hasSize(2);
        assertThat(health(seen, BMC)).isEqualTo(Health.OK);
    }

    @Test
    void whatIsWrongWithTheMachineAsAWholeStandsWithTheBmcItsEvidenceFirst()
            throws InterruptedException {
        told = server(Health.DEGRADED, Health.OK);
        Survey seen = probe.look();
        assertThat(health(seen, BMC)).isEqualTo(Health.DEGRADED);
        Observation.Reported bmc = (Observation.Reported) seen.observations().getFirst();
        assertThat(bmc.evidence()).extracting(Evidence::key).containsExactly("chassis", "device");
        told = server(Health.OK, Health.DEGRADED);
        bmc = (Observation.Reported) probe.look().observations().getFirst();
        assertThat(bmc.evidence()).extracting(Evidence::key).containsExactly("device", "chassis");
    }

    @Test
    void whoMayNotOpenTheFileIsToldSoAndTheBmcIsStillThere() throws InterruptedException {
        Silence denied = new Silence(Silence.Cause.NOT_PERMITTED, "may not be opened", "be root");
        told = Survey.blind("ipmi.bmc", AT, new Unseen("BMC at /dev/ipmi0", denied));
        Survey seen = probe.look();
        assertThat(seen.complete()).isFalse();
        assertThat(health(seen, BMC)).isEqualTo(Health.OK);
        assertThat(seen.unseen()).containsExactly(new Unseen(OwnSurvey.WHAT, denied));
    }

    @Test
    void aBmcThatFallsSilentMakesItsPartsSilentAndNothingFailed() throws InterruptedException {
        probe.look();
        Silence silence = Silence.of(Silence.Cause.TIMED_OUT, "no answer");
        told = Survey.blind("ipmi.bmc", AT, new Unseen("BMC at /dev/ipmi0", silence));
        assertThat(probe.look().observations())
                .containsExactlyInAnyOrder(
                        new Observation.Silent(BMC, AT, silence),
                        new Observation.Silent(PS1, AT, silence));
    }

    @Test
    void aDriverThatIsUnloadedIsNoPulledSupply() throws InterruptedException {
        probe.look();
        file = Optional.empty();
        Survey seen = probe.look();
        assertThat(seen.complete()).isFalse();
        assertThat(seen.observations()).hasSize(2).allMatch(Observation.Silent.class::isInstance);
    }

    private static Health health(Survey survey, ComponentId id) {
        return survey.observations().stream()
                .filter(o -> o.component().equals(id))
                .map(o -> ((Observation.Reported) o).health())
                .findFirst()
                .orElseThrow();
    }

    private static Survey detected() {
        return new Survey(
                "linux.bmc",
                AT,
                true,
                List.of(Component.ofHost(BMC, Map.of("vendor", "kernel's word"))),
                List.of(reported(BMC, Health.OK, "file")),
                List.of(),
                List.of());
    }

    /** What the BMC says of the server, of itself, and of a supply. */
    private static Survey server(Health chassis, Health controller) {
        ComponentId itself = HOST.component(Kind.BMC, "bmc");
        return new Survey(
                "ipmi.bmc",
                AT,
                true,
                List.of(
                        Component.of(HOST.self()),
                        Component.ofHost(itself, Map.of("vendor", "x", "firmware", "2.30")),
                        Component.ofHost(PS1, Map.of())),
                List.of(
                        reported(HOST.self(), chassis, "chassis"),
                        reported(itself, controller, "device"),
                        reported(PS1, Health.OK, "sensor")),
                List.of(),
                List.of());
    }

    private static Observation reported(ComponentId id, Health health, String key) {
        return new Observation.Reported(
                id, AT, health, List.of(), List.of(new Evidence("/dev/ipmi0", key, "1", "said")));
    }

    private static Probe probe(String name, Supplier<Survey> look) {
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Survey look() {
                return look.get();
            }
        };
    }
}
