package io.holdfast.wire.stream;

import io.holdfast.core.device.DeviceAssignment;

/**
 * A device that an agent shall ask.
 *
 * @param epoch rises whenever another agent polls the device: the incarnation of its changes; 0
 *     where nobody polls it
 * @param round where it is above that of the list before, the agent looks at once
 * @param device carries secrets, which never print
 */
public record DeviceDuty(Role role, long epoch, long round, DeviceAssignment device) {

    /** What the agent shall do. */
    public enum Role {
        /** Look at the device's interval and report what it says. */
        POLL,
        /** Look now and then, to prove that the device is reached. */
        STAND_BY,
        /** The same, more seldom. */
        TRY
    }
}
