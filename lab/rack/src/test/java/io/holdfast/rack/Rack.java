package io.holdfast.rack;

import io.holdfast.agent.daemon.Agent;
import io.holdfast.agent.daemon.devices.ProofPace;
import io.holdfast.agent.daemon.uplink.ChannelConnector;
import io.holdfast.collector.Collector;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.collector.LimitSettings;
import io.holdfast.config.collector.ListenSettings;
import io.holdfast.config.collector.RetentionSettings;
import io.holdfast.config.rack.AgentChoice;
import io.holdfast.config.rack.DeviceSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.LogLevel;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.topology.Declared;
import io.holdfast.testkit.EchoDevice;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.tls.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A collector, its agents and their devices, all on loopback and in this process. */
final class Rack implements AutoCloseable {

    /** Longer than anything takes on a slow machine; nothing is measured against it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration STEADY_AFTER = Duration.ofSeconds(2);

    /** Proofs as quick as a test wants them. */
    private static final ProofPace PROOFS =
            new ProofPace(
                    1, Duration.ofMillis(500), 1, Duration.ofMillis(500), Duration.ofMillis(200));

    private final Path directory;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final SortedMap<HostId, EchoDevice> devices = new TreeMap<>();
    private final SortedMap<HostId, Agent> agents = new TreeMap<>();
    private final Collector collector;

    Rack(Path directory, int deviceCount, int agentCount) throws IOException {
        this.directory = directory;
        for (int i = 1; i <= deviceCount; i++) {
            devices.put(device(i), EchoDevice.open());
        }
        collector = new Collector(settings(), collectorMeans());
        var _ =
                ticks.scheduleAtFixedRate(
                        () -> collector.tick(() -> {}),
                        TICK.toMillis(),
                        TICK.toMillis(),
                        TimeUnit.MILLISECONDS);
        for (int i = 1; i <= agentCount; i++) {
            start(host(i));
        }
    }

    static HostId device(int number) {
        return new HostId("ber1", "r12", "ups" + number);
    }

    static HostId host(int number) {
        return new HostId("ber1", "r12", "db0" + number);
    }

    Collector collector() {
        return collector;
    }

    EchoDevice echo(HostId device) {
        EchoDevice found = devices.get(device);
        if (found == null) {
            throw new AssertionError("no device " + device);
        }
        return found;
    }

    /** Lists one device more, and one less, as a reload of the settings does. */
    void exchange(HostId out, HostId in) {
        EchoDevice gone = devices.remove(out);
        if (gone != null) {
            gone.close();
        }
        devices.put(in, EchoDevice.open());
        collector.reload(settings());
    }

    /** Ends an agent: its stream breaks, and it asks nobody any more. */
    void kill(HostId host) throws IOException {
        Agent agent = agents.remove(host);
        if (agent != null) {
            agent.close();
        }
    }

    List<DeviceView> views() {
        return collector.operations().devices().devices();
    }

    DeviceView view(HostId device) {
        return views().stream().filter(v -> v.id().equals(device)).findFirst().orElseThrow();
    }

    List<Event> events() {
        return collector.operations().events().after(0, 1_000).stream()
                .map(Recorded::event)
                .toList();
    }

    List<Event.DeviceMoved> moves() {
        return events().stream()
                .filter(Event.DeviceMoved.class::isInstance)
                .map(Event.DeviceMoved.class::cast)
                .toList();
    }

    /** Waits for something that must come, however slow this machine is. */
    static void await(String what, BooleanSupplier come) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(50);
        }
    }

    private CollectorSettings settings() {
        HostPort any = new HostPort("127.0.0.1", 0);
        return new CollectorSettings(
                new ListenSettings(any, any, directory.resolve("c.sock")),
                directory.resolve("collector"),
                List.of("127.0.0.1"),
                RetentionSettings.NORMAL,
                5,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                LimitSettings.NORMAL,
                racks(),
                Declared.NOTHING,
                LogLevel.INFO);
    }

    private RackSettings racks() {
        SortedMap<HostId, DeviceSettings> listed = new TreeMap<>();
        devices.forEach(
                (id, echo) ->
                        listed.put(
                                id,
                                new DeviceSettings(
                                        id,
                                        Kind.UPS,
                                        new Access.Nut("127.0.0.1", echo.port(), id.host()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        AgentChoice.OF_THE_RACK,
                                        EVERY,
                                        EVERY)));
        return new RackSettings(listed, new TreeMap<>(), STEADY_AFTER);
    }

    private void start(HostId host) throws IOException {
        int port = collector.agentsPort();
        Path state = Files.createDirectories(directory.resolve(host.host()));
        Agent agent =
                new Agent(
                        AgentSettings.defaults(host, new HostPort("127.0.0.1", port)),
                        state,
                        List.of(),
                        new EchoDriver(host.host(), InstantSource.system()),
                        PROOFS,
                        "test",
                        new ChannelConnector("127.0.0.1", port, threads),
                        agentMeans());
        agents.put(host, agent);
        agent.start();
        agent.identified(new Enrolled(enrol(host, port)));
    }

    private Identity enrol(HostId host, int port) {
        String token =
                collector
                        .operations()
                        .tokens()
                        .create("ber1/*/*", 1, Duration.ofHours(1), "test")
                        .text();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair();
            EnrolAnswer answer =
                    new EnrolmentClient("127.0.0.1", port, PATIENCE, threads)
                            .enrol(EnrolmentToken.parse(token), host, key);
            if (answer instanceof EnrolAnswer.Issued issued) {
                return new Identity(key.getPrivate(), issued.chain());
            }
            throw new AssertionError("expected a certificate, found " + answer);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static io.holdfast.collector.Means collectorMeans() {
        return new io.holdfast.collector.Means(
                InstantSource.system(),
                System::nanoTime,
                Thread::sleep,
                new SecureRandom(),
                Thread.ofPlatform().daemon().factory(),
                Thread.ofVirtual().factory(),
                why -> {
                    throw new AssertionError(why);
                });
    }

    private static io.holdfast.agent.daemon.Means agentMeans() {
        return new io.holdfast.agent.daemon.Means(
                InstantSource.system(),
                System::nanoTime,
                Thread::sleep,
                new SplittableRandom(7),
                new SecureRandom(),
                Thread.ofVirtual().factory(),
                Thread.ofPlatform().daemon().factory());
    }

    @Override
    public void close() throws IOException {
        for (HostId host : List.copyOf(agents.keySet())) {
            kill(host);
        }
        ticks.shutdownNow();
        collector.close();
        devices.values().forEach(EchoDevice::close);
        threads.shutdownNow();
    }
}
