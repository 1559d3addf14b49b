package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.core.component.ComponentId;
import java.util.LinkedHashSet;
import java.util.Set;

/** What of one BMC has been seen to be there before: what is no longer has gone. */
public final class Memory {

    /** No server has more parts. */
    static final int MOST = 2048;

    private final Set<ComponentId> seen = new LinkedHashSet<>();

    boolean knows(ComponentId id) {
        return seen.contains(id);
    }

    void note(ComponentId id) {
        if (seen.size() < MOST) {
            seen.add(id);
        }
    }
}
