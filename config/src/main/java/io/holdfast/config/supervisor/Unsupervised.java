package io.holdfast.config.supervisor;

import java.time.Duration;
import java.util.Optional;

/** Nobody who wants to hear: the service was started by hand. */
public record Unsupervised() implements Supervisor {

    @Override
    public void ready(String status) {}

    @Override
    public void status(String status) {}

    @Override
    public void reloading(long monotonicNanos) {}

    @Override
    public void stopping() {}

    @Override
    public void alive() {}

    @Override
    public Optional<Duration> heartbeat() {
        return Optional.empty();
    }
}
