package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.core.time.Ticker;
import java.time.Duration;

/** What one look may still spend: time, instances, bytes. */
final class Budget {

    /** A tree's entry, an identifier of some 15 arcs and a value, with compressed pointers. */
    private static final int OVERHEAD_BYTES = 180;

    private final Ticker ticker;
    private final long endNanos;
    private final Memory memory;
    private long variables;
    private long bytes;
    private long held;

    Budget(WalkLimits limits, Ticker ticker, Memory memory) {
        this.ticker = ticker;
        this.memory = memory;
        endNanos = ticker.nanos() + limits.deadline().toNanos();
        variables = limits.mostVariables();
        bytes = limits.mostBytes();
    }

    /** How much time is left; zero or less where none is. */
    Duration left() {
        return Duration.ofNanos(endNanos - ticker.nanos());
    }

    /** Takes an instance from the budget; false where it does not fit. */
    boolean take(Binding binding) {
        long size = WireSize.of(binding);
        variables--;
        bytes -= size;
        long footprint = size + OVERHEAD_BYTES;
        if (variables < 0 || bytes < 0 || !memory.take(footprint)) {
            return false;
        }
        held += footprint;
        return true;
    }

    /** Gives the memory back; for when what was taken is no longer held. */
    void release() {
        memory.give(held);
        held = 0;
    }
}
