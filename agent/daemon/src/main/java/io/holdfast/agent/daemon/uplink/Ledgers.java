package io.holdfast.agent.daemon.uplink;

import io.holdfast.core.state.Position;

/** What the uplink wants of the state, without touching it. */
public interface Ledgers {

    /** Where the agent stands. */
    Position position();

    /** Has the whole state brought as an {@link Event.Whole}. */
    void askWhole();

    /**
     * Has the agent begin an incarnation after this one: the collector remembers a later one than
     * ours, because our state directory was lost and the clock was set back. The whole state
     * follows as an {@link Event.Whole}.
     */
    void restartAfter(long incarnation);
}
