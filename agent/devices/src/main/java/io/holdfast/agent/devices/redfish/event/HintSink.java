package io.holdfast.agent.devices.redfish.event;

/** Who wants to hear hints. */
@FunctionalInterface
public interface HintSink {

    /** Takes a hint; must not block. */
    void hint(Hint hint);
}
