package io.holdfast.collector;

import io.holdfast.collector.alerting.AlertPolicy;
import io.holdfast.collector.alerting.Alerting;
import io.holdfast.collector.alerting.RedundancyAlerts;
import io.holdfast.collector.api.audit.ActLog;
import io.holdfast.collector.api.call.Desk;
import io.holdfast.collector.api.endpoint.ApiRoutes;
import io.holdfast.collector.api.endpoint.Services;
import io.holdfast.collector.api.server.ApiLimits;
import io.holdfast.collector.api.server.ApiServer;
import io.holdfast.collector.deadman.DeadMan;
import io.holdfast.collector.metrics.CollectorMetrics;
import io.holdfast.collector.northbound.Trapping;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.collector.BackupSettings;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.mibs.names.EvidenceNames;
import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.names.NamesFolder;
import io.holdfast.wire.api.CollectorHealth;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a collector shows to people: its API, its metrics, its mail, traps and pings. */
final class Front implements AutoCloseable {

    private static final int INSTANCE_BITS = 80;
    private static final int BASE = 36;
    private static final Logger log = LoggerFactory.getLogger(Front.class);

    private final Collector collector;
    private final Means means;
    private final ApiServer api;
    private volatile CollectorSettings settings;
    private volatile Optional<Alerting> alerting;
    private volatile Optional<Trapping> trapping;
    private volatile Optional<DeadMan> deadMan = Optional.empty();
    private volatile EvidenceNames names;

    private Front(CollectorSettings settings, Collector collector, Means means) {
        this.settings = settings;
        this.collector = collector;
        this.means = means;
        alerting = newAlerting(settings);
        trapping = newTrapping(settings);
        names = newNames();
        try {
            api = openApi();
        } catch (IOException e) {
            alerting.ifPresent(Alerting::close);
            trapping.ifPresent(Trapping::close);
            throw new StoreException(FileTrouble.of(e) + "; see collector.listen", e);
        }
        deadMan = newDeadMan(settings);
    }

    /**
     * Opens everything.
     *
     * @throws StoreException if the API cannot be opened
     */
    static Front open(CollectorSettings settings, Collector collector, Means means) {
        return new Front(settings, collector, means);
    }

    /** The API's port. */
    int port() {
        return api.port();
    }

    /**
     * Takes new settings for mail, traps and pings, and newly imported MIBs over; where the API
     * listens stays until the next start.
     */
    synchronized void reload(CollectorSettings next) {
        boolean same = next.mail().equals(settings.mail()) && next.alerts() == settings.alerts();
        boolean sameTraps =
                next.traps().equals(settings.traps()) && next.alerts() == settings.alerts();
        boolean samePings = next.deadMan().equals(settings.deadMan());
        settings = next;
        names = newNames();
        if (!sameTraps) {
            trapping.ifPresent(Trapping::close);
            trapping = newTrapping(next);
        }
        if (!same) {
            alerting.ifPresent(Alerting::close);
            alerting = newAlerting(next);
        }
        if (!samePings) {
            deadMan.ifPresent(DeadMan::close);
            deadMan = newDeadMan(next);
        }
    }

    private ApiServer openApi() throws IOException {
        Operations operations = collector.operations();
        Path stateDirectory = settings.stateDirectory();
        ActLog acts = new ActLog(collector.store(), means.clock());
        SelfMetrics self =
                new SelfMetrics(collector, () -> alerting, () -> trapping, () -> deadMan);
        CollectorMetrics metrics = new CollectorMetrics(operations.reports(), self.families());
        SelfCheck check =
                new SelfCheck(collector, means.clock(), means.clock().instant(), checks());
        Services services =
                new Services(
                        new NamedReports(operations.reports(), () -> names),
                        operations.devices(),
                        operations.topologies(),
                        operations.events(),
                        operations.acceptance(),
                        operations.agents(),
                        operations.tokens(),
                        operations.identities(),
                        operations.backups(),
                        () -> backupDirectory(stateDirectory),
                        () -> alerting.map(Alerting::test),
                        () -> trapping.map(Trapping::test),
                        check,
                        metrics::write,
                        acts,
                        means.clock(),
                        Collector.VERSION);
        return ApiServer.open(
                settings.listen(),
                operations.tls().context(),
                operations.identities(),
                new Desk(ApiRoutes.of(services), acts),
                operations.events(),
                ApiLimits.NORMAL);
    }

    /** A new state directory waits for the next start; a new directory of backups does not. */
    private Path backupDirectory(Path stateDirectory) {
        return settings.backup().map(BackupSettings::directory).orElse(stateDirectory);
    }

    private List<Supplier<CollectorHealth.Check>> checks() {
        return List.of(this::mail, this::traps, this::pings, collector::backupCheck);
    }

    private CollectorHealth.Check pings() {
        return deadMan.map(DeadMan::check).orElseGet(DeadMan::notConfigured);
    }

    private CollectorHealth.Check traps() {
        return trapping.map(Trapping::check).orElseGet(Trapping::notConfigured);
    }

    private CollectorHealth.Check mail() {
        return alerting.map(Alerting::check).orElseGet(Alerting::notConfigured);
    }

    private Optional<Alerting> newAlerting(CollectorSettings now) {
        Alerting.Means its =
                new Alerting.Means(
                        collector.store(),
                        collector.operations().events(),
                        new SecretReader(System.getenv()),
                        this::fresh,
                        means.pause(),
                        means.clock());
        return now.mail().map(mail -> Alerting.start(its, mail, policy(now)));
    }

    private static AlertPolicy policy(CollectorSettings now) {
        return now.alerts() ? new RedundancyAlerts() : (recorded, memory) -> List.of();
    }

    private Optional<Trapping> newTrapping(CollectorSettings now) {
        if (now.traps().isEmpty()) {
            return Optional.empty();
        }
        Trapping.Means its =
                new Trapping.Means(
                        collector.store(),
                        collector.operations().events(),
                        new SecretReader(System.getenv()),
                        this::fresh,
                        this::kind,
                        means.pause(),
                        means.clock(),
                        means.ticker());
        return Optional.of(Trapping.start(its, now.traps(), policy(now)));
    }

    private Optional<DeadMan> newDeadMan(CollectorSettings now) {
        DeadMan.Means its =
                new DeadMan.Means(
                        () -> collector.store().health().ok(),
                        means.pause(),
                        means.clock(),
                        means.ticker(),
                        means.virtualThreads());
        return now.deadMan().map(pings -> DeadMan.start(its, pings));
    }

    private String fresh() {
        return new BigInteger(INSTANCE_BITS, means.random()).toString(BASE);
    }

    /** The kind of a group's members as the inventory has it now. */
    private Optional<String> kind(GroupId group) {
        return collector.operations().reports().host(group.host()).stream()
                .flatMap(host -> host.groups().stream())
                .filter(assessment -> assessment.group().id().equals(group))
                .flatMap(assessment -> assessment.group().members().stream())
                .findFirst()
                .map(member -> member.kind().word());
    }

    /** The names of the MIBs that operators imported; a wrong file is told and not used. */
    private static EvidenceNames newNames() {
        NamesFolder folder = NamesFolder.read(Path.of(NamesFolder.OPERATORS));
        folder.problems().forEach(problem -> log.warn("not used: {}", problem));
        return new EvidenceNames(new MibNames(folder.modules()));
    }

    @Override
    public synchronized void close() {
        deadMan.ifPresent(DeadMan::close);
        api.close();
        alerting.ifPresent(Alerting::close);
        trapping.ifPresent(Trapping::close);
    }
}
