package io.holdfast.core.device;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.time.Duration;

/**
 * A device with all that an agent needs to ask it.
 *
 * @param device where it stands and what it is called; all its components are named after it
 * @param kind what it is, such as a switch or a PDU
 * @param access where it is and what it speaks
 * @param login may read, and nothing more: what switches power never comes with an assignment
 * @param every from the start of one look to the start of the next
 * @param deadline how long one look may take; at most {@code every}
 */
public record DeviceAssignment(
        HostId device, Kind kind, Access access, Login login, Duration every, Duration deadline) {

    public DeviceAssignment {
        if (!every.isPositive() || !deadline.isPositive() || deadline.compareTo(every) > 0) {
            throw new IllegalArgumentException(
                    "expected an interval and a deadline within it for "
                            + device
                            + ", found "
                            + every
                            + " and "
                            + deadline);
        }
    }
}
