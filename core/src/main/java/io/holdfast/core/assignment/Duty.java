package io.holdfast.core.assignment;

import io.holdfast.core.component.HostId;
import java.util.Optional;

/**
 * Who asks a device.
 *
 * @param poller the one agent that polls it; empty where no agent reaches it
 * @param standIn the agent that takes over when the poller is gone; another than the poller
 */
public record Duty(Optional<HostId> poller, Optional<HostId> standIn) {

    /** Nobody asks. */
    public static final Duty NOBODY = new Duty(Optional.empty(), Optional.empty());

    public Duty {
        if (poller.isPresent() && poller.equals(standIn)) {
            throw new IllegalArgumentException(
                    "expected a stand-in other than the poller " + poller.get());
        }
    }

    /** Whether this agent polls. */
    public boolean isPolledBy(HostId agent) {
        return poller.filter(agent::equals).isPresent();
    }

    /** Whether this agent stands in. */
    public boolean isStoodInBy(HostId agent) {
        return standIn.filter(agent::equals).isPresent();
    }
}
