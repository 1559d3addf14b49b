package io.holdfast.config.rack;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import java.time.Duration;
import java.util.Optional;

/**
 * A device that the agents of its rack poll.
 *
 * @param device where it stands and what it is called
 * @param kind what it is
 * @param access where it is and what it speaks
 * @param credential the name of the credential to ask it with; empty where it wants none
 * @param powerCredential the name of the credential to switch it with; empty where nobody may
 * @param agents who may ask it
 * @param every from the start of one look to the start of the next
 * @param deadline how long one look may take; at most {@code every}
 */
public record DeviceSettings(
        HostId device,
        Kind kind,
        Access access,
        Optional<String> credential,
        Optional<String> powerCredential,
        AgentChoice agents,
        Duration every,
        Duration deadline) {}
