package io.holdfast.agent.daemon.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.uplink.Times;
import io.holdfast.agent.devices.Probe;
import io.holdfast.config.agent.DevicePattern;
import io.holdfast.config.agent.PollingSettings;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.DeviceDuty.Role;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Time goes by hand; looks run where the timetable starts them. */
class DeviceRoundsTest {

    private static final HostId PDU = FakeDevice.PDU;
    private static final HostId OTHER = HostId.parse("ber1/r12/sw1");

    private final ManualTime time = ManualTime.start();
    private final Map<HostId, List<FakeDevice>> opened = new HashMap<>();
    private DeviceRounds rounds = rounds(PollingSettings.NORMAL);

    @Test
    void aPollerSaysWhatTheDeviceSaysUnderTheEpochOfItsDuty() throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        List<FromAgent> said = said();
        FromAgent.DeviceBatch batch = (FromAgent.DeviceBatch) said.getFirst();
        assertThat(batch.device()).isEqualTo(PDU);
        assertThat(batch.batch().incarnation()).isEqualTo(9);
        DeviceStatus status = status(said);
        assertThat(status.epoch()).isEqualTo(9);
        assertThat(status.answeredAgo()).isPresent();
        assertThat(status.looks()).containsOnlyKeys("snmp");
        assertThat(said()).isEmpty();
    }

    @Test
    void whoeverStandsInProvesThatItReachesTheDeviceAndSaysNothingElse()
            throws InterruptedException {
        assign(FakeDevice.duty(Role.STAND_BY, 9, 0));
        pass(Duration.ofSeconds(10));
        List<FromAgent> said = said();
        assertThat(said).hasSize(1);
        assertThat(status(said).answeredAgo()).isPresent();
        assertThat(status(said).epoch()).isZero();
        assertThat(status(said).looks()).isEmpty();
    }

    @Test
    void proofsAreGentle() throws InterruptedException {
        assign(FakeDevice.duty(PDU, Role.STAND_BY, 9, 0), FakeDevice.duty(OTHER, Role.TRY, 9, 0));
        for (int minute = 0; minute < 60; minute++) {
            pass(Duration.ofMinutes(1));
        }
        // Every 2 min (4 x 30 s), and every 10 min (20 x 30 s), give or take the jitter.
        assertThat(looks(PDU)).isBetween(27, 33);
        assertThat(looks(OTHER)).isBetween(5, 8);
    }

    @Test
    void aNewDutyNeverAsksTheDeviceOftenerThanItsInterval() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            assign(FakeDevice.duty(i % 2 == 0 ? Role.POLL : Role.TRY, 9 + i, i));
            pass(Duration.ofSeconds(3));
        }
        assertThat(looks(PDU)).isBetween(2, 3);
    }

    @Test
    void aRoundThatRisesBringsAProofForward() throws InterruptedException {
        assign(FakeDevice.duty(Role.TRY, 9, 0));
        pass(Duration.ofMinutes(2));
        assertThat(looks(PDU)).isEqualTo(1);
        assign(FakeDevice.duty(Role.TRY, 9, 1));
        pass(Duration.ofMillis(1));
        assertThat(looks(PDU)).isEqualTo(2);
    }

    @Test
    void aDeviceThatDoesNotAnswerIsAnErrorInPlainWordsAndNoSilenceOfItsParts()
            throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        said();
        device(PDU).answers = false;
        pass(Duration.ofSeconds(35));
        List<FromAgent> said = said();
        assertThat(said).hasSize(1);
        assertThat(status(said).failures()).isEqualTo(1);
        assertThat(status(said).error().map(Silence::detail)).contains("no answer in 5 s");
        assertThat(status(said).answeredAgo().orElseThrow()).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void aDriverThatLeavesADeviceAloneHasNotTriedItAgain() throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        device(PDU).answers = false;
        pass(Duration.ofSeconds(35));
        said();
        device(PDU).rests = true;
        pass(Duration.ofSeconds(60));
        assertThat(said()).isEmpty();
        device(PDU).rests = false;
        pass(Duration.ofSeconds(30));
        DeviceStatus status = status(said());
        assertThat(status.failures()).isEqualTo(2);
        assertThat(status.error().map(Silence::detail)).contains("no answer in 5 s");
    }

    @Test
    void aNewEpochBeginsAnewAndAnOldAcknowledgementDoesNotCount() throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        said();
        assign(FakeDevice.duty(Role.POLL, 10, 0));
        pass(Duration.ofSeconds(40));
        rounds.acknowledged(PDU, new Position(9, 100));
        rounds.streamOpened(Duration.ZERO, time.nanos());
        FromAgent.DeviceBatch batch = (FromAgent.DeviceBatch) said().getFirst();
        assertThat(batch.batch().incarnation()).isEqualTo(10);
        assertThat(batch.batch().changes().getFirst().sequence()).isEqualTo(1);
    }

    @Test
    void aDeviceThatIsRevokedIsAskedNoMoreAndItsProbeIsClosed() throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        FakeDevice device = device(PDU);
        said();
        assign();
        pass(Duration.ofMinutes(5));
        assertThat(device.looks).isEqualTo(1);
        assertThat(device.closed).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void anotherAddressIsAnotherProbe() throws InterruptedException {
        assign(FakeDevice.duty(Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        assign(new DeviceDuty(Role.POLL, 9, 0, FakeDevice.assignment(PDU, "192.0.2.99")));
        pass(Duration.ofSeconds(10));
        assertThat(opened.get(PDU)).hasSize(2).first().matches(device -> device.closed);
        assertThat(looks(PDU)).isEqualTo(2);
    }

    @Test
    void theAgentsOwnFileHasTheLastWord() throws InterruptedException {
        rounds = rounds(new PollingSettings(true, 9, List.of(new DevicePattern("*/*/sw*"))));
        assign(FakeDevice.duty(PDU, Role.POLL, 9, 0), FakeDevice.duty(OTHER, Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        assertThat(opened).containsOnlyKeys(OTHER);
        assertThat(errors(said())).containsEntry(PDU, Silence.Cause.NOT_PERMITTED);
        rounds.reload(PollingSettings.NORMAL);
        pass(Duration.ofSeconds(10));
        assertThat(looks(PDU)).isEqualTo(1);
    }

    @Test
    void noMoreDevicesAreAskedThanTheLimitSays() throws InterruptedException {
        rounds = rounds(new PollingSettings(true, 1, List.of(DevicePattern.ANY)));
        assign(FakeDevice.duty(PDU, Role.TRY, 9, 0), FakeDevice.duty(OTHER, Role.POLL, 9, 0));
        pass(Duration.ofSeconds(10));
        assertThat(opened).containsOnlyKeys(OTHER);
        assertThat(errors(said())).containsEntry(PDU, Silence.Cause.NOT_PERMITTED);
    }

    @Test
    void aProtocolWithoutADriverIsSaid() throws InterruptedException {
        rounds = rounds(PollingSettings.NORMAL, device -> Optional.empty());
        var other =
                new DeviceAssignment(
                        PDU,
                        Kind.UPS,
                        new Access.Nut("127.0.0.1", 1, "u"),
                        new Login.Open(),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20));
        rounds.duties(new FromCollector.Duties(1, List.of(new DeviceDuty(Role.POLL, 9, 0, other))));
        assertThat(errors(said())).containsEntry(PDU, Silence.Cause.NOT_OFFERED);
    }

    private DeviceRounds rounds(PollingSettings settings) {
        return rounds(settings, this::open);
    }

    private DeviceRounds rounds(PollingSettings settings, Drivers drivers) {
        return new DeviceRounds(
                drivers,
                settings,
                ProofPace.NORMAL,
                new Times(time, time),
                new SplittableRandom(7),
                AtOnce::new,
                () -> {});
    }

    private Optional<Probe> open(DeviceAssignment device) {
        FakeDevice fake = new FakeDevice();
        opened.computeIfAbsent(device.device(), key -> new ArrayList<>()).add(fake);
        return Optional.of(fake);
    }

    private FakeDevice device(HostId id) {
        return opened.getOrDefault(id, List.of()).getLast();
    }

    private int looks(HostId id) {
        return opened.getOrDefault(id, List.of()).stream().mapToInt(d -> d.looks).sum();
    }

    private void assign(DeviceDuty... duties) {
        rounds.duties(new FromCollector.Duties(1, List.of(duties)));
    }

    private void pass(Duration span) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            time.advance(span.dividedBy(60));
            rounds.poller().work();
        }
    }

    private List<FromAgent> said() {
        List<FromAgent> said = new ArrayList<>();
        Optional<FromAgent> next = rounds.next();
        while (next.isPresent()) {
            said.add(next.get());
            next = rounds.next();
        }
        return said;
    }

    private static DeviceStatus status(List<FromAgent> said) {
        return ((FromAgent.DeviceStatuses) said.getLast()).devices().getFirst();
    }

    private static Map<HostId, Silence.Cause> errors(List<FromAgent> said) {
        Map<HostId, Silence.Cause> errors = new HashMap<>();
        ((FromAgent.DeviceStatuses) said.getLast())
                .devices()
                .forEach(s -> s.error().ifPresent(e -> errors.put(s.device(), e.cause())));
        return errors;
    }

    /** A thread that has ended when its start returns. */
    private static final class AtOnce extends Thread {
        private final Runnable look;

        private AtOnce(Runnable look) {
            this.look = look;
        }

        @Override
        public void start() {
            look.run();
        }
    }
}
