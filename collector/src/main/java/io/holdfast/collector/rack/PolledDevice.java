package io.holdfast.collector.rack;

import io.holdfast.config.rack.AgentChoice;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.util.Optional;

/**
 * A device that agents are to poll.
 *
 * @param agents who may ask it
 * @param login what it is shown, held in memory alone; empty where that cannot be had
 * @param trouble why it cannot be asked at all
 */
public record PolledDevice(
        HostId id,
        Kind kind,
        Access access,
        AgentChoice agents,
        Duration every,
        Duration deadline,
        Optional<Login> login,
        Optional<Silence> trouble) {

    /** After so many intervals without an answer a device is silent. */
    private static final int PATIENCE = 3;

    /** How long it may go without an answer before it is silent. */
    public Duration silentAfter() {
        return every.multipliedBy(PATIENCE).plus(deadline);
    }

    /** What an agent needs to ask it; empty where it cannot be asked. */
    public Optional<DeviceAssignment> assignment() {
        return login.filter(known -> trouble.isEmpty())
                .map(known -> new DeviceAssignment(id, kind, access, known, every, deadline));
    }
}
