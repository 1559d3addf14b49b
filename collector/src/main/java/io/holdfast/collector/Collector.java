package io.holdfast.collector;

import io.holdfast.collector.authority.Authority;
import io.holdfast.collector.authority.CollectorTls;
import io.holdfast.collector.authority.EnrolmentDesk;
import io.holdfast.collector.authority.OwnNames;
import io.holdfast.collector.authority.PeopleDesk;
import io.holdfast.collector.authority.Register;
import io.holdfast.collector.authority.ServerIdentity;
import io.holdfast.collector.authority.TokenDesk;
import io.holdfast.collector.backup.DailyBackups;
import io.holdfast.collector.backup.StoreBackups;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.history.ReadingLog;
import io.holdfast.collector.history.Retention;
import io.holdfast.collector.hosts.HostAcceptance;
import io.holdfast.collector.hosts.HostReports;
import io.holdfast.collector.hosts.Hosts;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.hosts.Rules;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.collector.ingest.AgentDismissal;
import io.holdfast.collector.ingest.Backlog;
import io.holdfast.collector.ingest.IngestServer;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.ledger.LedgerReading;
import io.holdfast.collector.ledger.Stored;
import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.collector.rack.PolledDevices;
import io.holdfast.collector.store.StateDirectory;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.topology.Cartographer;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.config.collector.BackupSettings;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Needs;
import io.holdfast.wire.api.CollectorHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A collector that runs: all its parts, put together. */
public final class Collector implements AutoCloseable {

    /** The version of the software, as it stands in the jar. */
    public static final String VERSION = version();

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final StateDirectory directory;
    private final Store store;
    private final EventLog events;
    private final Tally tally = new Tally();
    private final Mailbox mailbox = new Mailbox(tally);
    private final Backlog backlog = new Backlog();
    private final Thread hostsThread;
    private final ExecutorService calls;
    private final Hosts hosts;
    private final ServerIdentity identity;
    private final IngestServer ingest;
    private final Retention retention;
    private final DailyBackups dailyBackups;
    private final Operations operations;
    private final Means means;
    private volatile CollectorSettings settings;

    /**
     * Starts everything; agents are served when this returns.
     *
     * @throws io.holdfast.collector.store.StoreException if it cannot start
     */
    public Collector(CollectorSettings settings, Means means) {
        this.settings = settings;
        this.means = means;
        directory = StateDirectory.openWhole(settings.stateDirectory());
        store =
                Store.open(
                        directory.database(),
                        means.clock(),
                        means.pause(),
                        means.platformThreads());
        events = new EventLog(store);
        Ledger ledger =
                new Ledger(
                        store,
                        events,
                        means.clock(),
                        reason -> means.fatal().accept("the store refuses: " + reason));
        hosts = new Hosts(ledger, this::rules, tally, means.clock(), means.ticker());
        Register register = new Register(store);
        register.requireAuthority(directory.authorityFile());
        hosts.poll(PolledDevices.of(settings.racks(), new SecretReader(System.getenv())));
        new LedgerReading(store).readAll(stored -> restore(stored, register, settings.racks()));
        register.revokedAgents().forEach(hosts::revoke);
        Authority authority =
                Authority.open(directory.authority(), means.random(), means.clock().instant());
        identity =
                ServerIdentity.open(
                        authority,
                        directory.authority(),
                        OwnNames.orElse(settings.names()),
                        means.random(),
                        means.clock().instant());
        CollectorTls tls = new CollectorTls(authority, identity, means.clock());
        TokenDesk tokens = new TokenDesk(store, authority, means.random(), means.clock());
        EnrolmentDesk enrolment =
                new EnrolmentDesk(
                        store,
                        authority,
                        identity,
                        tokens,
                        register,
                        means.random(),
                        means.clock(),
                        event -> {
                            ledger.keep(List.of(event));
                            mailbox.execute(() -> hosts.enrolled(event.host()));
                        });
        hostsThread = means.platformThreads().newThread(mailbox);
        hostsThread.setName("hosts");
        hostsThread.start();
        calls = Executors.newThreadPerTaskExecutor(means.virtualThreads());
        ingest =
                IngestServer.open(
                        settings.listen().agents(),
                        Math.toIntExact(settings.limits().messageBytes()),
                        new IngestServer.Parts(
                                hosts,
                                mailbox,
                                backlog,
                                register,
                                tally,
                                this::rules,
                                enrolment,
                                tls,
                                means.clock(),
                                means.ticker(),
                                VERSION),
                        calls);
        retention = new Retention(store, means.ticker());
        HostReports reports = new HostReports(hosts, mailbox, means.clock());
        StoreBackups backups = new StoreBackups(store, directory.authority());
        dailyBackups = new DailyBackups(backups);
        operations =
                new Operations(
                        reports,
                        reports,
                        new Cartographer(reports, () -> this.settings.topology(), means.ticker()),
                        events,
                        new ReadingLog(store),
                        new HostAcceptance(hosts, mailbox),
                        new AgentDismissal(register, hosts, mailbox, ledger, means.clock()),
                        tokens,
                        new PeopleDesk(store, authority, register, means.random(), means.clock()),
                        backups,
                        tls);
    }

    /** What was a device and is none any more stays in the store alone. */
    private void restore(Stored stored, Register register, RackSettings racks) {
        boolean device = racks.devices().containsKey(stored.host());
        HostId host = stored.host();
        if (device || (register.knowsAgent(host) && !register.isRetired(host))) {
            hosts.restore(stored);
        }
    }

    /** What may be asked of it. */
    public Operations operations() {
        return operations;
    }

    /** The settings that hold now. */
    public CollectorSettings settings() {
        return settings;
    }

    /** Its durable memory, for parts that keep something of their own. */
    public Store store() {
        return store;
    }

    /** What is wrong where something else than the store fills its disk. */
    public Optional<StoreHealth.Trouble> crowding() {
        return retention.crowding(settings.retention());
    }

    /** What became of the agents' messages. */
    public Tally tally() {
        return tally;
    }

    /** Changes that are taken in and not durable. */
    public Backlog backlog() {
        return backlog;
    }

    /** The thread that owns the hosts. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** The port for agents that was opened. */
    public int agentsPort() {
        return ingest.port();
    }

    /**
     * Lets time do its work; wanted about four times a second.
     *
     * @param done runs when it is done, which shows that the hosts' thread lives
     */
    public void tick(Runnable done) {
        mailbox.execute(
                () -> {
                    hosts.tick();
                    done.run();
                });
    }

    /** Does what is due about once an hour: old history goes, the certificate is renewed. */
    public void hourly() {
        identity.renewIfDue(OwnNames.orElse(settings.names()), means.clock().instant());
        retention.run(settings.retention(), means.clock().instant());
    }

    /** Makes the backup of the day. */
    public void dailyBackup(BackupSettings where) {
        dailyBackups.make(where, means.clock().instant());
    }

    /** How the daily backups do, as a check of the collector's health. */
    public CollectorHealth.Check backupCheck() {
        return dailyBackups.check(settings.backup(), means.clock().instant());
    }

    /** Takes new settings over, as far as that is possible without a new start. */
    public void reload(CollectorSettings next) {
        settings = next;
        List<PolledDevice> devices =
                PolledDevices.of(next.racks(), new SecretReader(System.getenv()));
        mailbox.execute(() -> hosts.poll(devices));
        identity.renewIfDue(OwnNames.orElse(next.names()), means.clock().instant());
    }

    private Rules rules() {
        CollectorSettings now = settings;
        return new Rules(
                now.limits().agents(),
                now.limits().componentsPerAgent(),
                Rules.HEARTBEAT,
                Rules.HEARTBEAT.multipliedBy(now.silentAfterMissed()),
                new Needs(now.needed(), Map.of()),
                new Steadiness.Limits(now.racks().steadyAfter(), Rules.STEADY_AT_MOST));
    }

    private static String version() {
        String inJar = Collector.class.getPackage().getImplementationVersion();
        return inJar == null ? "unpackaged" : inJar;
    }

    /** Ends everything; what agents were told is durable stays so. */
    @Override
    public void close() {
        ingest.close();
        mailbox.stop();
        try {
            if (!hostsThread.join(STOPPING)) {
                hostsThread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
        calls.shutdownNow();
        directory.close();
    }
}
