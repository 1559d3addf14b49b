package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.config.rack.AgentChoice;
import io.holdfast.core.assignment.Rendezvous;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Capabilities;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;

/** Three agents by hand, and a device. */
abstract class PollingRig extends HostsRig {

    static final HostId PDU = HostId.parse("ber1/r1/pdu-a");
    static final List<HostId> AGENTS =
            Rendezvous.order(
                    PDU,
                    List.of(
                            HostId.parse("ber1/r1/db1"),
                            HostId.parse("ber1/r1/db2"),
                            HostId.parse("ber1/r1/db3")));
    static final HostId FIRST = AGENTS.get(0);
    static final HostId SECOND = AGENTS.get(1);
    static final HostId THIRD = AGENTS.get(2);
    static final HostId ELSEWHERE = HostId.parse("ber1/r2/db1");
    static final String SECRET = "geheim-und-nirgends-sonst";
    static final Silence NO_ANSWER = Silence.of(Silence.Cause.TIMED_OUT, "no answer in 5 s");

    final SortedMap<HostId, FakeLink> links = new TreeMap<>();

    @BeforeEach
    void listTheDevice() {
        hosts.poll(List.of(pdu()));
        // Until then an earlier collector's pollers may be at work.
        passSilently(3);
    }

    static PolledDevice pdu() {
        return pdu(Optional.of(new Login.Community(new SecretText(SECRET))), Optional.empty());
    }

    static PolledDevice pdu(Optional<Login> login, Optional<Silence> trouble) {
        return new PolledDevice(
                PDU,
                Kind.PDU,
                new Access.Snmp("192.0.2.31", 161, 2, ""),
                AgentChoice.OF_THE_RACK,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                login,
                trouble);
    }

    /** All three agents are heard, reach the device, and have done so for long enough. */
    final void settle() {
        AGENTS.forEach(this::connect);
        AGENTS.forEach(this::answers);
        passAnswering(35, FIRST, SECOND, THIRD);
        answers(FIRST, epoch(FIRST));
    }

    final void connect(HostId agent) {
        connect(agent, List.of(Capabilities.DEVICES));
    }

    final void connect(HostId agent, List<String> capabilities) {
        FakeLink link = new FakeLink();
        links.put(agent, link);
        hosts.connect(
                link, new FromAgent.Hello(1, "test", agent, 7, capabilities, time.instant(), ""));
    }

    final FakeLink link(HostId agent) {
        return links.getOrDefault(agent, new FakeLink());
    }

    final void answers(HostId agent) {
        answers(agent, epoch(agent));
    }

    final void answers(HostId agent, long epoch) {
        say(agent, epoch, Optional.of(Duration.ZERO), 0, Optional.empty());
    }

    final void fails(HostId agent, int failures) {
        say(
                agent,
                epoch(agent),
                Optional.of(Duration.ofSeconds(failures)),
                failures,
                Optional.of(NO_ANSWER));
    }

    final void say(
            HostId agent,
            long epoch,
            Optional<Duration> answered,
            int failures,
            Optional<Silence> error) {
        SortedMap<String, Look> looks = new TreeMap<>();
        if (epoch > 0 && failures == 0) {
            looks.put(Parts.PROBE, new Look(time.instant(), true));
        }
        var status =
                new DeviceStatus(
                        PDU,
                        epoch,
                        answered,
                        Optional.of(Duration.ZERO),
                        failures,
                        error,
                        Duration.ZERO,
                        looks);
        hosts.devices(link(agent), agent, new FromAgent.DeviceStatuses(List.of(status)));
    }

    final void polls(HostId agent, long epoch, long first, List<Change> changes) {
        List<Numbered> numbered = new ArrayList<>();
        for (Change change : changes) {
            numbered.add(new Numbered(first + numbered.size(), change));
        }
        FromAgent.Batch batch = FromAgent.Batch.of(epoch, numbered);
        hosts.deviceBatch(
                link(agent),
                agent,
                new FromAgent.DeviceBatch(PDU, batch),
                new Payload(Codec.encode(batch)),
                () -> {});
    }

    final void heartbeat(HostId agent) {
        heartbeat(agent, 0);
    }

    final void heartbeat(HostId agent, long number) {
        hosts.heartbeat(
                link(agent),
                agent,
                new FromAgent.Heartbeat(
                        time.instant(),
                        new Position(7, 0),
                        0,
                        0,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        new TreeMap<>(),
                        number));
    }

    final void pass(long seconds) {
        for (long i = 0; i < seconds; i++) {
            links.keySet().forEach(this::heartbeat);
            passSilently(1);
        }
    }

    final void passAnswering(long seconds, HostId... agents) {
        for (long i = 0; i < seconds; i++) {
            for (HostId agent : agents) {
                heartbeat(agent);
                answers(agent);
            }
            passSilently(1);
        }
    }

    final DeviceView device() {
        return hosts.devices().getFirst();
    }

    final Optional<DeviceDuty> duty(HostId agent) {
        return Optional.of(link(agent).assigned)
                .filter(told -> !told.isEmpty())
                .flatMap(told -> told.getLast().duties().stream().findFirst());
    }

    final Optional<DeviceDuty.Role> role(HostId agent) {
        return duty(agent).map(DeviceDuty::role);
    }

    final long epoch(HostId agent) {
        return duty(agent).map(DeviceDuty::epoch).orElse(0L);
    }

    final List<String> moves() {
        return events().stream()
                .filter(Event.DeviceMoved.class::isInstance)
                .map(Event.DeviceMoved.class::cast)
                .map(e -> name(e.from()) + " -> " + name(e.to()))
                .toList();
    }

    static String name(Optional<HostId> agent) {
        return agent.map(HostId::toString).orElse("nobody");
    }

    final List<String> changed() {
        return events().stream()
                .filter(Event.ComponentChanged.class::isInstance)
                .map(Event.ComponentChanged.class::cast)
                .map(e -> e.component().name() + " " + e.after())
                .toList();
    }
}
