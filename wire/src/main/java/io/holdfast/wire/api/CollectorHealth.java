package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * How the collector itself stands, apart from what it watches.
 *
 * @param at when this was so
 * @param version its software
 * @param startedAt when it started
 * @param status the worst of its checks
 * @param checks each thing that it checks of itself
 */
public record CollectorHealth(
        Instant at, String version, Instant startedAt, Status status, List<Check> checks) {

    public CollectorHealth {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that a collector checks of itself.
     *
     * @param name what is checked, such as {@code store} or {@code mail}
     * @param status how it stands
     * @param detail that in a sentence
     * @param remedy what to do; empty where it is ok
     */
    public record Check(String name, Status status, String detail, String remedy) {}
}
