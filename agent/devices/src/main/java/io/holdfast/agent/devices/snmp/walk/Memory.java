package io.holdfast.agent.devices.snmp.walk;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that what is fetched from all devices of a process may take at one moment.
 *
 * <p>However many devices are looked at together, the process does not grow beyond it: a look that
 * finds nothing left ends as too large and comes again.
 */
public final class Memory {

    /** What an agent with a heap of 48 MB can spare. */
    public static final long AGENT_BYTES = 16L << 20;

    private final AtomicLong left;

    public Memory(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Takes some, if there is so much. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void give(long bytes) {
        left.addAndGet(bytes);
    }

    /** How many bytes are left. */
    public long left() {
        return left.get();
    }
}
