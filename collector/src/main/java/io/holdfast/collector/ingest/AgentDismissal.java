package io.holdfast.collector.ingest;

import io.holdfast.collector.authority.Register;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.hosts.HostReports;
import io.holdfast.collector.hosts.Hosts;
import io.holdfast.collector.hosts.Mailbox;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.operations.Agents;
import io.holdfast.collector.operations.Retirement;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.Revocation;
import io.holdfast.core.component.HostId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes an agent's right to speak, at once. */
public final class AgentDismissal implements Agents {

    private final Register register;
    private final Hosts hosts;
    private final Mailbox mailbox;
    private final Ledger ledger;
    private final InstantSource clock;

    public AgentDismissal(
            Register register, Hosts hosts, Mailbox mailbox, Ledger ledger, InstantSource clock) {
        this.register = register;
        this.hosts = hosts;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public int revoke(HostId host, String by, String reason) {
        Instant now = clock.instant();
        int revoked = register.revokeAgent(host, by, reason, now);
        if (revoked > 0) {
            ledger.keep(List.of(new Event.AgentRevoked(host, now, by, reason)));
        }
        mailbox.execute(() -> hosts.revoke(host, new Revocation(by, now)));
        return revoked;
    }

    @Override
    public Retirement retire(HostId host, String by, String reason) {
        Optional<HostView> known = mailbox.ask(() -> hosts.view(host), HostReports.PATIENCE);
        if (known.isEmpty()) {
            return new Retirement.Unknown();
        }
        if (known.get().device().isPresent()) {
            return new Retirement.IsDevice();
        }
        if (known.get().agent().connected()) {
            return new Retirement.IsHeard();
        }
        Instant now = clock.instant();
        int certificates = register.revokeAgent(host, by, reason, now);
        CompletableFuture<Boolean> durable = new CompletableFuture<>();
        Optional<Integer> components =
                mailbox.ask(
                        () ->
                                hosts.retire(
                                        host,
                                        new Revocation(by, now),
                                        reason,
                                        () -> durable.complete(true)),
                        HostReports.PATIENCE);
        if (components.isEmpty()) {
            return new Retirement.Unknown();
        }
        Mailbox.await(durable, HostReports.PATIENCE);
        return new Retirement.Done(now, certificates, components.get());
    }
}
