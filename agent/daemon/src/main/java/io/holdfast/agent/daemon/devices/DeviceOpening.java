package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.devices.Probe;
import io.holdfast.config.agent.PollingSettings;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.stream.DeviceDuty;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the devices that are asked from here, and says of the others why they are not.
 *
 * <p>Not for two threads at once.
 */
final class DeviceOpening {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceOpening.class);

    private final Drivers drivers;
    private final Ticker ticker;
    private final Predicate<String> mayLook;
    private long generation;

    /**
     * @param mayLook whether the probe of this name may begin a look at this moment
     */
    DeviceOpening(Drivers drivers, Ticker ticker, Predicate<String> mayLook) {
        this.drivers = drivers;
        this.ticker = ticker;
        this.mayLook = mayLook;
    }

    /** Why a device is not asked from here; empty where it is. */
    Optional<Silence> refusal(DeviceAssignment device, PollingSettings settings, boolean room) {
        if (!settings.allows(device.device())) {
            return Optional.of(
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            "this agent's own file does not let it ask this device",
                            "see polling in its agent.yaml"));
        }
        return room
                ? Optional.empty()
                : Optional.of(
                        new Silence(
                                Silence.Cause.NOT_PERMITTED,
                                "this agent asks " + settings.limit() + " devices already",
                                "raise polling.limit in its agent.yaml, or add an agent"));
    }

    /** A device with its driver, or with the reason why it has none. */
    DeviceRound open(DeviceDuty duty) {
        DeviceAssignment device = duty.device();
        try {
            return drivers.probe(device)
                    .map(probe -> new DeviceRound(duty, named(device, probe)))
                    .orElseGet(() -> new DeviceRound(duty, noDriver(device)));
        } catch (RuntimeException | LinkageError e) {
            // A bug of ours: the device is not to blame, and others are asked all the same.
            LOG.error("no probe for {}", device.device(), e);
            return new DeviceRound(
                    duty, Silence.of(Silence.Cause.FAILED, "its driver cannot be opened: " + e));
        }
    }

    private DeviceProbe named(DeviceAssignment device, Probe probe) {
        // A look under way at an old address must never be taken for one at the new.
        generation++;
        String name = device.device() + "#" + generation;
        return new DeviceProbe(name, probe, ticker, () -> mayLook.test(name));
    }

    private static Silence noDriver(DeviceAssignment device) {
        return new Silence(
                Silence.Cause.NOT_OFFERED,
                "this agent has no driver for " + device.access().protocol(),
                "compare `holdfast version` on both machines");
    }
}
