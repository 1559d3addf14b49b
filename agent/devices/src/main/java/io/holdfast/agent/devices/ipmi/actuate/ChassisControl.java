package io.holdfast.agent.devices.ipmi.actuate;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.core.time.Ticker;
import java.time.Duration;

/**
 * Switches a server's power, and reads back what has become of it. An order is sent once: one that
 * went unanswered is read back, never repeated.
 */
public final class ChassisControl {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Bmc bmc;
    private final Ticker ticker;

    public ChassisControl(Bmc bmc, Ticker ticker) {
        this.bmc = bmc;
        this.ticker = ticker;
    }

    /**
     * Gives an order and reads back.
     *
     * @param within how long the power may take to be as it should
     */
    public PowerOutcome act(PowerAction action, Duration within) throws InterruptedException {
        Outcome<Boolean> order = bmc.ask(command(action));
        return switch (order) {
            case Outcome.Refused<Boolean> refused -> new PowerOutcome.Refused(order.reason());
            case Outcome.Got<Boolean> taken -> readBack(action, within, true, "");
            case Outcome.Missed<Boolean> missed -> readBack(action, within, false, order.reason());
        };
    }

    private PowerOutcome readBack(PowerAction action, Duration within, boolean taken, String doubt)
            throws InterruptedException {
        long end = ticker.nanos() + within.toNanos();
        boolean seenOff = false;
        String last = "the power was never read";
        // A cycle ends as it begins: without the order's acknowledgement, only having been off
        // proves it.
        boolean needsOff = action == PowerAction.CYCLE || (!taken && action == PowerAction.RESET);
        do {
            Outcome<ChassisStatus> status = bmc.ask(ChassisStatus.COMMAND);
            if (status instanceof Outcome.Got<ChassisStatus>(ChassisStatus now)) {
                seenOff |= !now.powerOn();
                last = "the power is " + (now.powerOn() ? "on" : "off");
                boolean right = now.powerOn() == action.endsOn();
                if (right && (!needsOff || seenOff)) {
                    return new PowerOutcome.Verified(seenOff);
                }
            } else {
                last = status.reason();
            }
            bmc.pause().of(LOOK_AGAIN);
        } while (ticker.nanos() < end);
        return taken
                ? new PowerOutcome.NotSeen(last + " after " + within.toSeconds() + " s")
                : new PowerOutcome.Unknown(doubt + "; " + last);
    }

    /** Chassis Control (28.3). */
    private static Command<Boolean> command(PowerAction action) {
        return new Command<>(
                "Chassis Control",
                Request.of(NetFn.CHASSIS, 0x02, action.number()).once(),
                data -> new Decoded.Good<>(true));
    }
}
