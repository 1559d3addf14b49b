package io.holdfast.collector.hosts;

import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.operations.Acceptance;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Difference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Accepting inventories, asked for by other threads; answered when it is durable. */
public final class HostAcceptance implements Acceptance {

    private final Hosts hosts;
    private final Mailbox mailbox;

    public HostAcceptance(Hosts hosts, Mailbox mailbox) {
        this.hosts = hosts;
        this.mailbox = mailbox;
    }

    @Override
    public Optional<Acceptance.Outcome> accept(HostId host, String by) {
        return accept(
                host,
                book -> Optional.of(Accepting.all(book.state(), book.accepted(), by, hosts.now())));
    }

    @Override
    public Optional<Acceptance.Outcome> accept(ComponentId component, String by) {
        return accept(
                component.host(),
                book -> Accepting.one(component, book.state(), book.accepted(), by, hosts.now()));
    }

    private Optional<Acceptance.Outcome> accept(
            HostId host, Function<HostBook, Optional<Accepted>> take) {
        Optional<Pending> pending =
                mailbox.ask(
                        () ->
                                hosts.book(host)
                                        .flatMap(book -> take.apply(book).map(a -> keep(book, a))),
                        HostReports.PATIENCE);
        return pending.map(
                taken -> {
                    Mailbox.await(taken.durable(), HostReports.PATIENCE);
                    return taken.outcome();
                });
    }

    private record Pending(Acceptance.Outcome outcome, CompletableFuture<Boolean> durable) {}

    private Pending keep(HostBook book, Accepted accepted) {
        List<Difference> before = book.judgement().differences();
        CompletableFuture<Boolean> durable = new CompletableFuture<>();
        hosts.accept(book, accepted, hosts.now(), () -> durable.complete(true));
        List<Difference> after = book.judgement().differences();
        Acceptance.Outcome outcome =
                new Acceptance.Outcome(
                        book.host(),
                        before.stream().filter(d -> !after.contains(d)).toList(),
                        Accepting.alreadyBad(accepted.pinned(), book.judgement().observations()),
                        accepted.pinned().components().size());
        return new Pending(outcome, durable);
    }
}
