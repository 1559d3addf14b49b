package io.holdfast.agent.daemon.devices;

import io.holdfast.core.device.DeviceAssignment;
import java.time.Duration;

/**
 * How long a driver asks by itself: so much less than the deadline that it is the driver who says
 * what was not answered, and nobody has to interrupt it.
 */
final class Budget {

    private static final Duration MOST_MARGIN = Duration.ofSeconds(5);
    private static final int PARTS = 4;

    private Budget() {}

    static Duration of(DeviceAssignment device) {
        Duration deadline = device.deadline();
        Duration margin = deadline.dividedBy(PARTS);
        return deadline.minus(margin.compareTo(MOST_MARGIN) < 0 ? margin : MOST_MARGIN);
    }
}
