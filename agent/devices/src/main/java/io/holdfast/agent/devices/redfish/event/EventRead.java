package io.holdfast.agent.devices.redfish.event;

import java.util.List;

/** What came of reading an event document. */
public sealed interface EventRead {

    /**
     * It held these.
     *
     * @param context what we gave the subscription to know it by; may be empty
     */
    record Events(String context, List<Hint> hints) implements EventRead {
        public Events {
            hints = List.copyOf(hints);
        }
    }

    /** It was no event. */
    record Bad(String reason) implements EventRead {}
}
