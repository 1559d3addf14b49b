package io.holdfast.collector.api.fake;

import io.holdfast.collector.api.endpoint.Services;
import io.holdfast.collector.api.shown.ShownStore;
import io.holdfast.collector.operations.Acceptance;
import io.holdfast.collector.operations.Agents;
import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.operations.Devices;
import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.operations.Retirement;
import io.holdfast.collector.operations.Role;
import io.holdfast.collector.operations.Tokens;
import io.holdfast.collector.store.UnwritableException;
import io.holdfast.collector.topology.Cartographer;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.topology.Declared;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.MailTestResult;
import io.holdfast.wire.api.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collector that knows what a test told it. */
public final class FakeCollector
        implements Reports, Devices, Acceptance, Agents, Tokens, Identities, Backups {

    /** A file that no backup may replace. */
    public static final Path TAKEN = Path.of("/backups/taken.db");

    public final ManualTime time = ManualTime.start();
    public final FakeEvents events = new FakeEvents();
    public final FakeActs acts = new FakeActs();
    public Declared declared = Declared.NOTHING;
    public final List<HostView> hosts = new ArrayList<>();
    public final List<DeviceView> devices = new ArrayList<>();
    public final List<Listed> tokens = new ArrayList<>();

    /** What keeps the store from being written. */
    public Optional<StoreHealth.Trouble> trouble = Optional.empty();

    /** How it does apart from the store. */
    public final List<CollectorHealth.Check> further = new ArrayList<>();

    /** All of it for the API. */
    public Services services(Optional<MailTestResult> mailTrial) {
        return new Services(
                this,
                this,
                new Cartographer(this, () -> declared, time),
                events,
                this,
                this,
                this,
                this,
                this,
                () -> Path.of("/backups"),
                () -> mailTrial,
                Optional::empty,
                this::health,
                out -> out.write("# EOF\n".getBytes(StandardCharsets.UTF_8)),
                acts,
                time,
                "0.1.0");
    }

    private CollectorHealth health() {
        var store = new StoreHealth(trouble, trouble.map(t -> time.instant()), 0, 10, 4096);
        var checks = new ArrayList<CollectorHealth.Check>();
        checks.add(ShownStore.check(store, Optional.empty()));
        checks.addAll(further);
        Status worst =
                checks.stream().map(CollectorHealth.Check::status).reduce(Status.OK, Status::worse);
        return new CollectorHealth(time.instant(), "0.1.0", time.instant(), worst, checks);
    }

    @Override
    public ReportView report() {
        return new ReportView(time.instant(), hosts);
    }

    @Override
    public Optional<HostView> host(HostId host) {
        return hosts.stream().filter(h -> h.host().equals(host)).findFirst();
    }

    @Override
    public List<DeviceView> devices() {
        return devices;
    }

    @Override
    public List<AgentView> agents() {
        return hosts.stream().map(HostView::agent).toList();
    }

    @Override
    public Optional<Outcome> accept(HostId host, String by) {
        return host(host).map(h -> accepted(h, h.differences().size()));
    }

    @Override
    public Optional<Outcome> accept(ComponentId component, String by) {
        return host(component.host())
                .filter(
                        h ->
                                h.components().stream()
                                        .anyMatch(c -> c.component().id().equals(component)))
                .map(h -> accepted(h, 0));
    }

    private static Outcome accepted(HostView host, int differences) {
        return new Outcome(
                host.host(),
                host.differences().subList(0, differences),
                List.of(),
                host.components().size());
    }

    @Override
    public int revoke(HostId host, String by, String reason) {
        return host(host).isPresent() ? 1 : 0;
    }

    @Override
    public Retirement retire(HostId host, String by, String reason) {
        return host(host)
                .<Retirement>map(
                        view ->
                                view.agent().connected()
                                        ? new Retirement.IsHeard()
                                        : new Retirement.Done(time.instant(), 1, 3))
                .orElseGet(Retirement.Unknown::new);
    }

    @Override
    public Created create(String hostPattern, int uses, Duration lifetime, String by) {
        trouble.ifPresent(
                why -> {
                    throw new UnwritableException(why);
                });
        if (uses < 1) {
            throw new IllegalArgumentException("expected at least 1 use, found " + uses);
        }
        var expires = time.instant().plus(lifetime);
        tokens.add(new Listed("t" + tokens.size(), hostPattern, uses, expires, by));
        return new Created(tokens.getLast().id(), "secret-text", hostPattern, uses, expires);
    }

    @Override
    public List<Listed> list() {
        return List.copyOf(tokens);
    }

    @Override
    public boolean delete(String id, String by) {
        return tokens.removeIf(token -> token.id().equals(id));
    }

    /** The common name is the person's name, a dash, and the role. */
    @Override
    public Caller callerOf(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName().substring("CN=".length());
        String role = name.substring(name.lastIndexOf('-') + 1);
        return Role.ofWord(role)
                .<Caller>map(r -> new Caller.Person(name, r))
                .orElseGet(() -> new Caller.Refused("expected a person, found " + name));
    }

    @Override
    public List<X509Certificate> issue(String name, Role role, PublicKey key, String by) {
        throw new IllegalArgumentException("expected a name of 1 to 64 characters");
    }

    @Override
    public int revoke(String name, String by, String reason) {
        return name.equals("ada") ? 2 : 0;
    }

    @Override
    public Done backup(Path target) throws IOException {
        if (target.equals(TAKEN)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        return new Done(target, 42);
    }
}
