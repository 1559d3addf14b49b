package io.holdfast.config.rack;

import io.holdfast.core.component.HostId;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The devices of all racks, and how they are shared out.
 *
 * @param devices by where they stand
 * @param credentials by name
 * @param steadyAfter how long an agent must be heard and reach a device before it takes it from
 *     another; doubles for one that comes and goes
 */
public record RackSettings(
        SortedMap<HostId, DeviceSettings> devices,
        SortedMap<String, CredentialSettings> credentials,
        Duration steadyAfter) {

    /** The most devices of one collector. */
    public static final int MOST_DEVICES = 10_000;

    public static final Duration STEADY_AFTER = Duration.ofSeconds(30);

    /** No devices. */
    public static final RackSettings NONE =
            new RackSettings(new TreeMap<>(), new TreeMap<>(), STEADY_AFTER);

    public RackSettings {
        devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
    }
}
