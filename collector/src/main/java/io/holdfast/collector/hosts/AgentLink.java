package io.holdfast.collector.hosts;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromCollector;

/** The way back to an agent; may be used by several threads, and after its end does nothing. */
public interface AgentLink {

    /** From where the agent speaks, for people. */
    String address();

    /** Tells the agent that everything up to this position is durable. */
    void acknowledge(Position durable);

    /**
     * Tells the agent that everything of a device up to this position is durable, or not wanted.
     */
    void acknowledge(HostId device, Position durable);

    /** Tells the agent which devices it shall ask, in place of what it was told before. */
    void assign(FromCollector.Duties duties);

    /** Tells the agent that this heartbeat was heard, after the duties it was given before. */
    void heard(long heartbeat);

    /** Asks the agent for its whole state. */
    void requestDigest(String reason);

    /** Ends the stream. */
    void cut(CutOff reason, String detail);

    /** Whether we do not read the agent now, so that its silence says nothing. */
    boolean held();
}
