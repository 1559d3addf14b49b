package io.holdfast.config.agent;

import io.holdfast.core.component.HostId;
import java.util.List;

/**
 * Which devices of the rack an agent may poll for its collector.
 *
 * @param enabled whether it polls any
 * @param limit the most devices that it takes on, polled, stood in for or tried
 * @param allow the devices that it may ask, whatever its collector says
 */
public record PollingSettings(boolean enabled, int limit, List<DevicePattern> allow) {

    /** More devices than one small agent can ask. */
    public static final int MOST = 1_000;

    /** What holds where the configuration says nothing: everything in its collector's racks. */
    public static final PollingSettings NORMAL =
            new PollingSettings(true, 100, List.of(DevicePattern.ANY));

    public PollingSettings {
        allow = List.copyOf(allow);
    }

    /** Whether this device may be asked from here. */
    public boolean allows(HostId device) {
        return enabled && allow.stream().anyMatch(pattern -> pattern.matches(device));
    }
}
