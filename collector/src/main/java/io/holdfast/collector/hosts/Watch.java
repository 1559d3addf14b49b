package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notes which agents have fallen silent and which are heard again.
 *
 * <p>It doubts itself first: a round that comes late means that we were paused, and then every
 * agent gets its whole time again. For the thread that owns the hosts.
 */
final class Watch {

    /**
     * A round that is later than this was delayed by ourselves: so much less than what an agent may
     * be unheard that no delay of ours counts as its silence.
     */
    static final Duration LATE = Rules.HEARTBEAT;

    private final Ledger ledger;
    private final Supplier<Rules> rules;
    private Optional<Long> lastRoundNanos = Optional.empty();

    Watch(Ledger ledger, Supplier<Rules> rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    void round(Collection<HostBook> books, Instant now, long nanos) {
        boolean late = lastRoundNanos.isPresent() && nanos - lastRoundNanos.get() > LATE.toNanos();
        lastRoundNanos = Optional.of(nanos);
        for (HostBook book : books) {
            Contact contact = book.contact();
            boolean held = contact.link().filter(AgentLink::held).isPresent();
            if (late || held) {
                contact.forgive(nanos);
            } else if (contact.silentSince().isEmpty()
                    && canFallSilent(book)
                    && contact.unheardFor(patience(book), nanos)) {
                Optional<Instant> heard = contact.lastHeardAt();
                Instant since = heard.orElse(now);
                contact.silent(Optional.of(since));
                ledger.keepSilence(
                        book.isDevice()
                                ? new Event.DeviceSilent(book.host(), now, heard)
                                : new Event.AgentSilent(book.host(), now, since),
                        since);
            }
        }
    }

    /** An agent that was never heard cannot fall silent: it is told as never heard. */
    private static boolean canFallSilent(HostBook book) {
        return book.isDevice() || book.contact().lastHeardAt().isPresent();
    }

    private Duration patience(HostBook book) {
        return book.deviceSilentAfter().orElseGet(() -> rules.get().silentAfter());
    }

    /** The agent, or the device, has given a sign of life. */
    void heard(HostBook book, Instant now) {
        Optional<Instant> since = book.contact().silentSince();
        if (since.isPresent()) {
            book.contact().silent(Optional.empty());
            Duration silentFor = Duration.between(since.get(), now);
            ledger.keepEndOfSilence(
                    book.isDevice()
                            ? new Event.DeviceHeard(book.host(), now, silentFor)
                            : new Event.AgentHeard(book.host(), now, silentFor));
        }
    }
}
