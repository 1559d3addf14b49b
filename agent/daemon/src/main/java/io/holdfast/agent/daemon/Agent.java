package io.holdfast.agent.daemon;

import io.holdfast.agent.daemon.devices.DeviceRounds;
import io.holdfast.agent.daemon.devices.Drivers;
import io.holdfast.agent.daemon.devices.ProofPace;
import io.holdfast.agent.daemon.schedule.Families;
import io.holdfast.agent.daemon.schedule.Pace;
import io.holdfast.agent.daemon.schedule.Poller;
import io.holdfast.agent.daemon.schedule.Timetable;
import io.holdfast.agent.daemon.self.ProcessCosts;
import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Spiller;
import io.holdfast.agent.daemon.spool.Spool;
import io.holdfast.agent.daemon.state.IncarnationFile;
import io.holdfast.agent.daemon.state.Ledger;
import io.holdfast.agent.daemon.state.LookBoard;
import io.holdfast.agent.daemon.state.NeededMembers;
import io.holdfast.agent.daemon.state.StateLoop;
import io.holdfast.agent.daemon.uplink.ChannelConnector;
import io.holdfast.agent.daemon.uplink.Event;
import io.holdfast.agent.daemon.uplink.Greeting;
import io.holdfast.agent.daemon.uplink.LedgerAccess;
import io.holdfast.agent.daemon.uplink.Telling;
import io.holdfast.agent.daemon.uplink.Times;
import io.holdfast.agent.daemon.uplink.Uplink;
import io.holdfast.agent.daemon.uplink.UplinkLoop;
import io.holdfast.agent.daemon.uplink.UplinkSettings;
import io.holdfast.agent.daemon.uplink.Vitals;
import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.net.NetProbe;
import io.holdfast.agent.devices.linux.netlink.LinkChange;
import io.holdfast.agent.devices.linux.netlink.LinkState;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.stream.Capabilities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State, probes, spool and uplink of one agent, put together.
 *
 * <p>Its threads: {@code state} alone touches the state, {@code schedule} starts looks, each look
 * has a virtual thread, {@code uplink} speaks to the collector, {@code spool} writes to the disk.
 */
public final class Agent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** How long each thread may take to end. */
    private static final Duration ENDING = Duration.ofSeconds(3);

    private final Means means;
    private final List<ScheduledProbe> probes;
    private final Spool spool;
    private final Backlog backlog;
    private final Spiller spiller;
    private final StateLoop state;
    private final Poller poller;
    private final FirstRound answers;
    private final UplinkLoop uplink;
    private final DeviceRounds devices;
    private final ChannelConnector connector;
    private final List<Thread> threads = new ArrayList<>();
    private final boolean virtualNics;
    private AgentSettings settings;

    /**
     * @param directory the state directory, taken
     * @param drivers who can ask the devices of the rack
     * @param proofs how often devices are asked that others poll
     * @param version of the software
     * @throws IOException if the state directory does not serve
     */
    public Agent(
            AgentSettings settings,
            Path directory,
            List<ScheduledProbe> probes,
            Drivers drivers,
            ProofPace proofs,
            String version,
            ChannelConnector connector,
            Means means)
            throws IOException {
        this.settings = settings;
        this.virtualNics = settings.virtualNics();
        this.probes = List.copyOf(probes);
        this.connector = connector;
        this.means = means;
        IncarnationFile incarnations = new IncarnationFile(directory);
        long incarnation = incarnations.next(means.clock().instant(), 0);
        spool = Spool.open(directory.resolve("spool"), settings.spoolBytes());
        backlog = new Backlog(spool);
        spiller = new Spiller(backlog);
        LookBoard looks = new LookBoard();
        Ledger ledger =
                new Ledger(new StateTable(Significance.DEFAULT), incarnation, backlog, looks);
        Times times = new Times(means.clock(), means.ticker());
        SysTree machine = SysTree.live();
        uplink = new UplinkLoop();
        state = new StateLoop(ledger, uplink::changed);
        answers =
                new FirstRound(
                        state,
                        new NeededMembers(settings.needed()),
                        enabled(settings),
                        () -> uplink.accept(new Event.Complete()));
        poller =
                new Poller(
                        new Timetable(means.jitter()),
                        means.clock(),
                        means.ticker(),
                        means.virtual(),
                        answers);
        Greeting greeting =
                new Greeting(
                        version,
                        settings.host(),
                        machine.text("/proc/sys/kernel/random/boot_id").orElse("").strip(),
                        settings.polling().enabled() ? List.of(Capabilities.DEVICES) : List.of(),
                        settings.labels());
        devices =
                new DeviceRounds(
                        drivers,
                        settings.polling(),
                        proofs,
                        times,
                        means.jitter(),
                        means.virtual(),
                        uplink::changed);
        LedgerAccess access = new LedgerAccess(ledger, state, incarnations, means.clock(), uplink);
        uplink.set(
                new Uplink(
                        new Telling(
                                greeting, backlog, looks, access, () -> vitals(machine), devices),
                        pace(settings),
                        connector,
                        times,
                        means.jitter(),
                        uplink,
                        phase -> spiller.away(phase != Uplink.Phase.LIVE)));
        LOG.info("agent {} of {}, incarnation {}", version, settings.host(), incarnation);
    }

    /** Starts all threads. */
    public void start() {
        run("state", means.platform(), state);
        run("uplink", means.virtual(), uplink);
        setPaces(settings);
        run("schedule", means.platform(), poller);
        run("devices", means.virtual(), devices.poller());
        run("spool", means.platform(), spiller);
    }

    /** Takes an identity into use. */
    public void identified(Enrolled enrolled) {
        connector.identity(enrolled);
        uplink.accept(new Event.Identified());
    }

    /** Has the network looked at, because the kernel told of a change. */
    void linkChanged(LinkChange change) {
        switch (change) {
            case LinkChange.Seen(LinkState link) -> {
                if (link.concernsRedundancy(virtualNics)) {
                    poller.lookNow(NetProbe.NAME);
                }
            }
            case LinkChange.Gone _ -> poller.lookNow(NetProbe.NAME);
            case LinkChange.Blind(String reason) ->
                    LOG.error("link changes are seen by polling only: {}", reason);
        }
    }

    /** Has this run by the thread that keeps the state: proof that it has not hung. */
    void runOnState(Runnable task) throws InterruptedException {
        state.run(ledger -> task.run());
    }

    /**
     * Takes other settings into use.
     *
     * @return the keys whose change needs a restart
     */
    List<String> reload(AgentSettings fresh) {
        List<String> needRestart = new ArrayList<>();
        Consumer<String> restart = needRestart::add;
        if (!fresh.host().equals(settings.host())) {
            restart.accept("host");
        }
        if (!fresh.collector().equals(settings.collector())) {
            restart.accept("collector");
        }
        if (!fresh.stateDirectory().equals(settings.stateDirectory())) {
            restart.accept("state-directory");
        }
        if (fresh.spoolBytes() != settings.spoolBytes()) {
            restart.accept("spool.limit");
        }
        if (fresh.virtualNics() != settings.virtualNics()) {
            restart.accept("virtual-nics");
        }
        if (fresh.logLevel() != settings.logLevel()) {
            restart.accept("logging.level");
        }
        if (!fresh.checks().equals(settings.checks())) {
            restart.accept("checks");
        }
        if (!fresh.labels().equals(settings.labels())) {
            restart.accept("labels");
        }
        if (fresh.polling().enabled() != settings.polling().enabled()) {
            restart.accept("polling.enabled");
        }
        devices.reload(fresh.polling());
        answers.needed(new NeededMembers(fresh.needed()));
        setPaces(fresh);
        uplink.accept(new Event.Paced(pace(fresh)));
        settings = fresh;
        return needRestart;
    }

    /** Ends all threads, and lays what the collector has not taken on disk. */
    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            join(thread);
        }
        connector.close();
        spiller.spill();
        spool.close();
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(ENDING)) {
                LOG.warn("{} does not end", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, ThreadFactory factory, Runnable loop) {
        Thread thread = factory.newThread(loop);
        thread.setName(name);
        threads.add(thread);
        thread.start();
    }

    private Vitals vitals(SysTree machine) {
        ProcessCosts costs = ProcessCosts.soFar(machine);
        Duration own = poller.takeWorstLateness();
        Duration others = devices.poller().takeWorstLateness();
        return new Vitals(costs.rssBytes(), costs.cpu(), own.compareTo(others) < 0 ? others : own);
    }

    private void setPaces(AgentSettings from) {
        for (ScheduledProbe probe : probes) {
            Optional<Pace> pace = Families.pace(probe, from);
            if (pace.isPresent()) {
                poller.enter(probe.probe(), pace.get());
            } else {
                poller.switchOff(probe.probe().name());
            }
        }
    }

    private Set<String> enabled(AgentSettings from) {
        Set<String> names = new HashSet<>();
        for (ScheduledProbe probe : probes) {
            Optional<?> pace = Families.pace(probe, from);
            pace.ifPresent(p -> names.add(probe.probe().name()));
        }
        return names;
    }

    private static UplinkSettings pace(AgentSettings settings) {
        return new UplinkSettings(settings.heartbeat(), settings.digest());
    }
}
