package io.holdfast.agent.devices.redfish.event;

import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.observation.Silence;

/** How a subscription stands after it was made, looked after or ended. */
public sealed interface Subscribed {

    /** The BMC has it, at this place. */
    record Standing(Link place) implements Subscribed {}

    /** The BMC has it no longer. */
    record Ended() implements Subscribed {}

    /** The BMC would not, or did not answer; polling goes on. */
    record Refused(Silence reason) implements Subscribed {}
}
