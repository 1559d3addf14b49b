package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;

/** What a resource's {@code Status} comes to. */
sealed interface Said {

    /** It says how it does. */
    record Does(Health health, Evidence evidence) implements Said {}

    /** Its place is empty. */
    record Gone(Evidence evidence) implements Said {}

    /** It is switched on and says nothing of its health; a reading within its limits may. */
    record Open(Silence silence) implements Said {}

    /** It says nothing that can be relied on. */
    record Mute(Silence silence) implements Said {}
}
