package io.holdfast.collector.history;

import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** An answer that is asked for by many and holds for a while; for any thread. */
final class Glance<T> implements Supplier<T> {

    private record Seen<T>(T what, long nanos) {}

    private final Supplier<T> look;
    private final Duration holds;
    private final Ticker ticker;
    private Optional<Seen<T>> last = Optional.empty();

    Glance(Supplier<T> look, Duration holds, Ticker ticker) {
        this.look = look;
        this.holds = holds;
        this.ticker = ticker;
    }

    @Override
    public synchronized T get() {
        long now = ticker.nanos();
        Seen<T> seen =
                last.filter(before -> now - before.nanos() < holds.toNanos())
                        .orElseGet(() -> new Seen<>(look.get(), now));
        last = Optional.of(seen);
        return seen.what();
    }
}
