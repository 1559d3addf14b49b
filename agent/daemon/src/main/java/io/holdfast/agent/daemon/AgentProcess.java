package io.holdfast.agent.daemon;

import io.holdfast.agent.daemon.bmc.OwnBmc;
import io.holdfast.agent.daemon.bmc.OwnDriver;
import io.holdfast.agent.daemon.devices.ProofPace;
import io.holdfast.agent.daemon.devices.ProtocolDrivers;
import io.holdfast.agent.daemon.identity.CollectorDesk;
import io.holdfast.agent.daemon.identity.IdentityKeeper;
import io.holdfast.agent.daemon.identity.TokenSource;
import io.holdfast.agent.daemon.uplink.ChannelConnector;
import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.check.Checks;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.agent.devices.linux.LinuxProbes;
import io.holdfast.agent.devices.linux.bmc.BmcProbe;
import io.holdfast.agent.devices.linux.net.NetProbe;
import io.holdfast.agent.devices.linux.netlink.LinkWatch;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.supervisor.Supervisor;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.IdentityStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An agent with all that surrounds it in a process: identity, kernel events, service manager. */
final class AgentProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgentProcess.class);

    /** How long each step of asking for a certificate may take. */
    private static final Duration ENROLMENT_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration BROKEN_IDENTITY_WAIT = Duration.ofMinutes(1);
    private static final String UNPACKAGED = "0.0.0";

    private final Supervisor supervisor;
    private final Means means;
    private final ExecutorService threads;
    private final StateDirectory directory;
    private final Agent agent;
    private final IdentityKeeper keeper;
    private final TokenSource tokens;
    private final Semaphore identityDue = new Semaphore(0);
    private Optional<LinkWatch> links = Optional.empty();

    AgentProcess(
            AgentSettings settings,
            Map<String, String> environment,
            Supervisor supervisor,
            Means means)
            throws IOException {
        this.supervisor = supervisor;
        this.means = means;
        threads = Executors.newThreadPerTaskExecutor(means.virtual());
        directory = StateDirectory.take(settings.stateDirectory());
        String host = settings.collector().host();
        int port = settings.collector().port();
        agent =
                new Agent(
                        settings,
                        directory.path(),
                        probes(settings, directory.path(), means),
                        new ProtocolDrivers(means),
                        ProofPace.NORMAL,
                        Optional.ofNullable(
                                        AgentProcess.class.getPackage().getImplementationVersion())
                                .orElse(UNPACKAGED),
                        new ChannelConnector(host, port, threads),
                        means);
        tokens = new TokenSource(new SecretReader(environment), settings.enrolmentToken());
        keeper =
                new IdentityKeeper(
                        new IdentityStore(directory.path(), means.secrets()),
                        new CollectorDesk(
                                new EnrolmentClient(host, port, ENROLMENT_TIMEOUT, threads),
                                settings.host()),
                        tokens::read,
                        means.clock(),
                        agent::identified);
    }

    /** Starts everything and tells the service manager. */
    void start() {
        agent.start();
        threads.execute(this::keepIdentity);
        watchLinks();
        supervisor.ready("watching");
        supervisor.heartbeat().ifPresent(every -> threads.execute(() -> keepTelling(every)));
    }

    /** Takes a configuration into use that was read again, or says what is wrong with it. */
    void reload(Loaded<AgentSettings> loaded) {
        switch (loaded) {
            case Loaded.Bad<AgentSettings> bad ->
                    LOG.error("the old configuration stays in use:\n{}", bad.text());
            case Loaded.Good<AgentSettings>(AgentSettings fresh) -> {
                List<String> needRestart = agent.reload(fresh);
                tokens.source(fresh.enrolmentToken());
                identityDue.release();
                if (needRestart.isEmpty()) {
                    LOG.info("the configuration was read again");
                } else {
                    LOG.warn(
                            "the configuration was read again; a restart is needed for {}",
                            String.join(", ", needRestart));
                }
            }
        }
        supervisor.ready("watching");
    }

    @Override
    public void close() throws IOException {
        supervisor.stopping();
        links.ifPresent(LinkWatch::close);
        try {
            agent.close();
        } finally {
            threads.shutdownNow();
            directory.close();
        }
    }

    private static List<ScheduledProbe> probes(
            AgentSettings settings, Path directory, Means means) {
        Commands commands = new ProcessCommands(ProgramFolders.usual());
        List<ScheduledProbe> probes =
                LinuxProbes.all(
                        settings.host(),
                        Path.of("/"),
                        means.clock(),
                        means.ticker(),
                        commands,
                        settings.virtualNics()
                                ? NetProbe.Counts.VIRTUAL_ETHERNET
                                : NetProbe.Counts.HARDWARE);
        Checks checks = new Checks(settings.host(), commands, means.clock(), means.ticker());
        return Stream.concat(
                        probes.stream().map(probe -> asking(probe, settings, directory, means)),
                        checks.probes(settings.checks()).stream())
                .toList();
    }

    /** The probe that detects a BMC becomes one that asks it. */
    private static ScheduledProbe asking(
            ScheduledProbe scheduled, AgentSettings settings, Path directory, Means means) {
        if (!(scheduled.probe() instanceof BmcProbe detection)) {
            return scheduled;
        }
        Path records = directory.resolve("sdr");
        return new ScheduledProbe(
                new OwnBmc(
                        detection,
                        detection::deviceFile,
                        file -> OwnDriver.open(settings.host(), file, records, means)),
                scheduled.interval(),
                scheduled.deadline());
    }

    private void watchLinks() {
        try {
            LinkWatch watch = LinkWatch.open(means.platform());
            watch.start(agent::linkChanged);
            links = Optional.of(watch);
        } catch (IOException e) {
            LOG.warn("link changes are seen by polling only: {}", e.getMessage());
        }
    }

    private void keepIdentity() {
        try {
            while (true) {
                Duration wait = stepIdentity();
                identityDue.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration stepIdentity() {
        try {
            return keeper.step();
        } catch (IOException e) {
            LOG.error("our identity cannot be used: {}", FileTrouble.of(e));
            return BROKEN_IDENTITY_WAIT;
        }
    }

    private void keepTelling(Duration every) {
        Semaphore never = new Semaphore(0);
        try {
            while (!never.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                agent.runOnState(supervisor::alive);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
