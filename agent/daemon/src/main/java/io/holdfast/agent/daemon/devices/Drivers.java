package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.device.DeviceAssignment;
import java.util.Optional;

/** Finds who can ask a device. */
@FunctionalInterface
public interface Drivers {

    /**
     * A probe of this device, which nothing has asked yet; empty where this agent has no driver for
     * what it speaks.
     *
     * <p>Its components must be named after {@link DeviceAssignment#device()}. It gets one look at
     * a time. A survey with neither components nor completeness means that the device did not
     * answer; its first {@link io.holdfast.core.observation.Unseen} says why. A probe that is
     * {@link AutoCloseable} is closed when the device is no longer asked, after its last look.
     */
    Optional<Probe> probe(DeviceAssignment device);
}
