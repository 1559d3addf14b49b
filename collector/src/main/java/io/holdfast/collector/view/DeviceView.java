package io.holdfast.collector.view;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A polled device, without anything secret.
 *
 * @param every from the start of one look to the start of the next
 * @param poller who polls it; empty where nobody reaches it
 * @param standIn who takes over
 * @param silent whether it has not answered its poller for too long
 * @param answeredAt when it answered its poller last, by our clock; empty since this collector
 *     started
 * @param error why it does not answer, in plain words
 * @param lateness of its last look
 * @param agents all that may ask it, in order of their names
 */
public record DeviceView(
        HostId id,
        Kind kind,
        Access access,
        Duration every,
        Optional<HostId> poller,
        Optional<HostId> standIn,
        boolean silent,
        Optional<Instant> answeredAt,
        Optional<Silence> error,
        Duration lateness,
        List<Reach> agents) {

    public DeviceView {
        agents = List.copyOf(agents);
    }

    /**
     * How the device answers one agent.
     *
     * @param heard whether the agent itself is heard
     * @param answeredAt when it answered this agent last; empty for never
     * @param failures on end since then
     * @param error of the last try, where that failed
     */
    public record Reach(
            HostId agent,
            boolean heard,
            Optional<Instant> answeredAt,
            int failures,
            Optional<Silence> error) {}
}
