package io.holdfast.agent.daemon.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Spool;
import io.holdfast.agent.daemon.state.LookBoard;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.stream.Capabilities;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices are spoken of with a collector that knows of them, and with no other. */
class DeviceSpeechTest implements DeviceDesk {

    private static final HostId PDU = HostId.parse("ber1/r12/pdu-a");

    private final ManualTime time = ManualTime.start();
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<Fakes.Wire> wires = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Optional<Long> leaseEnds = Optional.empty();
    private final Deque<FromAgent> toSay = new ArrayDeque<>();

    @TempDir private Path directory;
    private Uplink uplink;

    @BeforeEach
    void open() throws IOException {
        Greeting greeting =
                new Greeting(
                        "0.2.0",
                        Fakes.HOST,
                        "boot",
                        List.of(Capabilities.DEVICES),
                        new TreeMap<>(Map.of("role", "watcher")));
        uplink =
                new Uplink(
                        new Telling(
                                greeting,
                                new Backlog(Spool.open(directory, 1 << 20)),
                                new LookBoard(),
                                new Fakes.State(),
                                () -> new Vitals(1, Duration.ZERO, Duration.ZERO),
                                this),
                        new UplinkSettings(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        in -> {
                            wires.add(new Fakes.Wire(in));
                            return wires.getLast();
                        },
                        new Times(time, time),
                        new Random(1),
                        events::add,
                        phase -> {});
        toSay.add(new FromAgent.DeviceStatuses(List.of()));
        uplink.feed(new Event.Identified());
    }

    @Test
    void helloSaysWhatTheAgentCanDoAndWhatItIsCalled() {
        FromAgent.Hello hello = (FromAgent.Hello) wires.getFirst().said.getFirst();
        assertThat(hello.capabilities()).containsExactly(Capabilities.DEVICES);
        assertThat(hello.labels()).containsEntry("role", "watcher");
    }

    @Test
    void aCollectorThatKnowsOfDevicesHearsOfThem() {
        welcome(List.of(Capabilities.DEVICES));
        assertThat(heard).containsExactly("opened");
        assertThat(wires.getFirst().said(FromAgent.DeviceStatuses.class)).hasSize(1);
        hear(new FromCollector.Duties(3, List.of()));
        hear(new FromCollector.DeviceAck(PDU, new Position(9, 1)));
        assertThat(heard).containsExactly("opened", "duties 3", "ack ber1/r12/pdu-a 9/1");
    }

    @Test
    void anOldCollectorHearsNothingOfDevicesAndNoneIsAskedForIt() {
        welcome(List.of());
        assertThat(heard).containsExactly("duties 0");
        assertThat(wires.getFirst().said(FromAgent.DeviceStatuses.class)).isEmpty();
    }

    @Test
    void anAnsweredHeartbeatIsALeaseFromWhenItWasSent() {
        welcome(List.of(Capabilities.DEVICES));
        time.advance(Duration.ofSeconds(1));
        long sent = time.nanos();
        uplink.feed(new Event.Tick());
        time.advance(Duration.ofMillis(300));
        long last = wires.getFirst().said(FromAgent.Heartbeat.class).getLast().number();
        hear(new FromCollector.HeartbeatAck(last));
        hear(new FromCollector.HeartbeatAck(last));
        hear(new FromCollector.HeartbeatAck(last + 7));
        assertThat(heard).containsExactly("opened", "heard " + sent);
    }

    @Test
    void theEndOfALeaseIsNotSleptThrough() {
        welcome(List.of(Capabilities.DEVICES));
        leaseEnds = Optional.of(time.nanos() + Duration.ofMillis(20).toNanos());
        assertThat(uplink.untilNext()).isEqualTo(Duration.ofMillis(20));
        leaseEnds = Optional.of(time.nanos() - 1);
        assertThat(uplink.untilNext()).isZero();
    }

    private void welcome(List<String> capabilities) {
        hear(
                new FromCollector.Welcome(
                        1,
                        "0.2.0",
                        Position.NONE,
                        Duration.ofSeconds(1),
                        Instant.EPOCH,
                        capabilities,
                        Duration.ofMillis(1750)));
    }

    private void hear(FromCollector message) {
        wires.getLast().hear(message);
        while (!events.isEmpty()) {
            uplink.feed(events.removeFirst());
        }
    }

    @Override
    public void duties(FromCollector.Duties duties) {
        heard.add("duties " + duties.revision());
    }

    @Override
    public void acknowledged(HostId device, Position position) {
        heard.add("ack " + device + " " + position);
    }

    @Override
    public void streamOpening() {}

    @Override
    public void streamOpened(Duration pollLease, long sentNanos) {
        heard.add("opened");
    }

    @Override
    public void heard(long sentNanos) {
        heard.add("heard " + sentNanos);
    }

    @Override
    public Optional<Long> leaseEnds() {
        return leaseEnds;
    }

    @Override
    public void tick() {}

    @Override
    public Optional<FromAgent> next() {
        return Optional.ofNullable(toSay.pollFirst());
    }
}
