package io.holdfast.agent.devices.ipmi;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.actuate.ChassisControl;
import io.holdfast.agent.devices.ipmi.actuate.PowerAction;
import io.holdfast.agent.devices.ipmi.actuate.PowerOutcome;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.rmcp.LanLink;
import io.holdfast.agent.devices.ipmi.rmcp.LanTarget;
import io.holdfast.agent.devices.ipmi.rmcp.Password;
import io.holdfast.agent.devices.ipmi.rmcp.Patience;
import io.holdfast.agent.devices.ipmi.rmcp.Privilege;
import io.holdfast.agent.devices.ipmi.rmcp.UdpDatagrams;
import io.holdfast.agent.devices.ipmi.sdr.MemorySdrCache;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against OpenIPMI's simulator: a server of our own, and captured ones. */
class IpmiProbeIT {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final Duration NO_INTERVAL = Duration.ofNanos(1);

    @TempDir private Path state;

    @Test
    void aSupplyThatFailsIsSeenInTheNextLook() throws Exception {
        try (SimulatedBmc bmc = SimulatedBmc.start(state, Optional.empty());
                IpmiProbe probe = probe(bmc, "monitor", "monitor", Privilege.USER)) {
            Survey good = probe.look();
            assertThat(good.unseen()).noneMatch(u -> u.target().contains("BMC at"));
            assertThat(power(good).forAlerts()).isEqualTo(Redundancy.FULL);
            assertThat(power(good).spares()).isEqualTo(1);

            bmc.type("sensor_set_bit 0x20 0 31 1 1 1", "sensor_set_bit_clr_rest 0x20 0 32 1 1 1");

            Survey failed = probe.look();
            assertThat(power(failed).forAlerts()).isEqualTo(Redundancy.NONE);
            assertThat(power(failed).spares()).isZero();
            assertThat(power(failed).disagrees()).isFalse();

            bmc.type("sensor_set_bit 0x20 0 31 0 0 1", "sensor_set_bit 0x20 0 31 1 0 1");
            assertThat(probe.look().observations())
                    .anySatisfy(
                            o ->
                                    assertThat(o)
                                            .isInstanceOf(Observation.Absent.class)
                                            .extracting(x -> x.component().name())
                                            .isEqualTo("PS2"));
        }
    }

    @Test
    void aWrongPasswordIsToldAndThenTheBmcIsLeftAlone() throws Exception {
        try (SimulatedBmc bmc = SimulatedBmc.start(state, Optional.empty());
                IpmiProbe probe = probe(bmc, "monitor", "wrong", Privilege.USER)) {
            Silence first = probe.look().unseen().getFirst().silence();
            assertThat(first.cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
            assertThat(first.detail()).contains("wrong password for user 'monitor'");
            assertThat(probe.look().unseen().getFirst().silence().detail())
                    .contains("wrong password", "next try in");
        }
    }

    @Test
    void powerIsSwitchedAndReadBack() throws Exception {
        try (SimulatedBmc bmc = SimulatedBmc.start(state, Optional.empty());
                LanLink link = link(bmc, "admin", "admin", Privilege.ADMINISTRATOR)) {
            ChassisControl control =
                    new ChassisControl(new Bmc(link, Thread::sleep), System::nanoTime);
            Duration within = Duration.ofSeconds(20);
            assertThat(control.act(PowerAction.OFF, within))
                    .isInstanceOf(PowerOutcome.Verified.class);
            assertThat(control.act(PowerAction.ON, within))
                    .isInstanceOf(PowerOutcome.Verified.class);
            assertThat(bmc.orders()).contains("set power 0").contains("set power 1");
        }
        try (SimulatedBmc bmc = SimulatedBmc.start(state, Optional.empty());
                LanLink link = link(bmc, "monitor", "monitor", Privilege.USER)) {
            ChassisControl control =
                    new ChassisControl(new Bmc(link, Thread::sleep), System::nanoTime);
            assertThat(control.act(PowerAction.OFF, Duration.ofSeconds(1)))
                    .isInstanceOf(PowerOutcome.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dell_r640", "dell_r730", "s2600wtt"})
    void capturedServersAreReadWhole(String server) throws Exception {
        Optional<Path> folder = Recordings.folder("ipmi");
        Assumptions.assumeThat(folder).as("no recordings beside the project").isPresent();
        Optional<Path> recorded = folder.map(f -> f.resolve(server + ".emu"));
        try (SimulatedBmc bmc = SimulatedBmc.start(state, recorded);
                IpmiProbe probe = probe(bmc, "admin", "admin", Privilege.USER)) {
            Survey survey = probe.look();
            assertThat(survey.complete()).isTrue();
            Redundancy power = power(survey).forAlerts();
            assertThat(power)
                    .isEqualTo(server.equals("dell_r730") ? Redundancy.NONE : Redundancy.FULL);
            assertThat(survey.observations())
                    .anySatisfy(o -> assertThat(o.component().local()).isEqualTo("bmc:bmc"));
        }
    }

    private static Assessment power(Survey survey) {
        Map<ComponentId, Observation> all =
                survey.observations().stream()
                        .collect(Collectors.toMap(Observation::component, Function.identity()));
        RedundancyGroup group =
                survey.groups().stream()
                        .filter(g -> g.id().name().equals("power"))
                        .findFirst()
                        .orElseThrow();
        return Assess.assess(
                group,
                id -> Optional.ofNullable(all.get(id)).map(Standing::of).orElse(Standing.UNKNOWN));
    }

    private static LanLink link(SimulatedBmc bmc, String user, String password, Privilege level) {
        LanTarget target =
                new LanTarget(
                        "127.0.0.1",
                        bmc.port(),
                        user,
                        Password.of(password),
                        Optional.empty(),
                        level);
        return new LanLink(
                target, UdpDatagrams::open, Patience.USUAL, System::nanoTime, new SecureRandom());
    }

    private static IpmiProbe probe(SimulatedBmc bmc, String user, String password, Privilege level)
            throws IOException {
        IpmiProbes probes =
                new IpmiProbes(
                        InstantSource.system(),
                        System::nanoTime,
                        Thread::sleep,
                        new SecureRandom(),
                        new MemorySdrCache(),
                        news -> {});
        LanTarget target =
                new LanTarget(
                        "127.0.0.1",
                        bmc.port(),
                        user,
                        Password.of(password),
                        Optional.empty(),
                        level);
        return probes.lan(HOST, target, NO_INTERVAL);
    }
}
