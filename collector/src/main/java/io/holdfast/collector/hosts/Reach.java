package io.holdfast.collector.hosts;

import io.holdfast.core.assignment.Footing;
import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.stream.DeviceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a device answers one agent; mutable and for one thread. */
final class Reach {

    /** One lost datagram takes no device from its poller. */
    static final int FAILURES_THAT_COUNT = 2;

    private final Steadiness.Limits limits;
    private Optional<Long> answeredNanos = Optional.empty();
    private Optional<Instant> answeredAt = Optional.empty();
    private int failures;
    private Optional<Silence> error = Optional.empty();
    private Duration lateness = Duration.ZERO;
    private Optional<Steadiness> steadiness = Optional.empty();

    Reach(Steadiness.Limits limits) {
        this.limits = limits;
    }

    /** The agent has said how the device answers it. */
    void take(DeviceStatus status, Instant now, long nanos) {
        answeredNanos = status.answeredAgo().map(ago -> nanos - ago.toNanos());
        answeredAt = status.answeredAgo().map(now::minus);
        failures = status.failures();
        error = status.error();
        lateness = status.lateness();
        if (failures >= FAILURES_THAT_COUNT) {
            steadiness = steadiness.map(s -> s.went(nanos, limits));
        } else if (answeredNanos.isPresent()) {
            steadiness =
                    Optional.of(
                            steadiness
                                    .map(s -> s.came(nanos))
                                    .orElseGet(() -> Steadiness.first(nanos, limits)));
        }
    }

    /** Whether the device ever answered this agent. */
    boolean proved() {
        return answeredNanos.isPresent();
    }

    /** Whether the last try failed. */
    boolean failing() {
        return failures > 0;
    }

    /**
     * How far the agent may be relied on, from what the device does alone.
     *
     * @param since an answer before this proves nothing; empty where any does
     */
    Footing footing(Optional<Long> since, long nanos) {
        boolean proves =
                failures < FAILURES_THAT_COUNT
                        && answeredNanos
                                .filter(at -> since.isEmpty() || at - since.get() >= 0)
                                .isPresent();
        if (!proves) {
            return Footing.DOUBTFUL;
        }
        return steadiness.filter(s -> s.steady(nanos)).isPresent() ? Footing.STEADY : Footing.FRESH;
    }

    Optional<Instant> answeredAt() {
        return answeredAt;
    }

    int failures() {
        return failures;
    }

    Optional<Silence> error() {
        return error;
    }

    Duration lateness() {
        return lateness;
    }
}
