package io.holdfast.wire.stream;

import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Look;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a device answers an agent.
 *
 * <p>Times are lengths until the message was sent, so that no clock has to agree with another.
 *
 * @param epoch of the duty that the agent polls it under; 0 where it does not poll
 * @param answeredAgo empty where it never answered this agent
 * @param triedAgo empty where this agent has not tried yet
 * @param failures on end, since it answered last
 * @param error of the last try, where that failed
 * @param lateness of the last look
 * @param looks what was said before, and has not changed since, holds as of then
 */
public record DeviceStatus(
        HostId device,
        long epoch,
        Optional<Duration> answeredAgo,
        Optional<Duration> triedAgo,
        int failures,
        Optional<Silence> error,
        Duration lateness,
        SortedMap<String, Look> looks) {

    public DeviceStatus {
        looks = Collections.unmodifiableSortedMap(new TreeMap<>(looks));
    }
}
