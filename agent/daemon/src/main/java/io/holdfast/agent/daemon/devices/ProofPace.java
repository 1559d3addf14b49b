package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.schedule.Pace;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.wire.stream.DeviceDuty;
import java.time.Duration;

/**
 * How often a device is asked, by what the agent is to it.
 *
 * <p>Those who do not poll ask so seldom that a device with one stand-in and four others is asked
 * at most half as often again as its interval says: 1/4 + 4/20 of it on top.
 *
 * @param standByIntervals a stand-in looks once in so many of the device's intervals
 * @param standByLeast and not oftener than this
 * @param tryIntervals others look once in so many
 * @param tryLeast and not oftener than this
 * @param spread first looks come within this time, so that agents do not ask at once
 */
public record ProofPace(
        int standByIntervals,
        Duration standByLeast,
        int tryIntervals,
        Duration tryLeast,
        Duration spread) {

    public static final ProofPace NORMAL =
            new ProofPace(
                    4, Duration.ofMinutes(1), 20, Duration.ofMinutes(10), Duration.ofSeconds(10));

    Pace of(DeviceDuty.Role role, DeviceAssignment device) {
        Duration every =
                switch (role) {
                    case POLL -> device.every();
                    case STAND_BY -> times(device, standByIntervals, standByLeast);
                    case TRY -> times(device, tryIntervals, tryLeast);
                };
        return new Pace(every, device.deadline());
    }

    private static Duration times(DeviceAssignment device, int intervals, Duration least) {
        Duration every = device.every().multipliedBy(intervals);
        return every.compareTo(least) < 0 ? least : every;
    }
}
