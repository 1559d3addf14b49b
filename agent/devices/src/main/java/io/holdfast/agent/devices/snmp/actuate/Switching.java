package io.holdfast.agent.devices.snmp.actuate;

import io.holdfast.mibs.object.Oid;
import java.util.Objects;

/**
 * How one thing on a device is switched off and on: what is written where, and what reading it then
 * has to say.
 *
 * @param what the thing, in plain words, such as {@code outlet 7}
 * @param command the instance that is written
 * @param off the value that switches off
 * @param on the value that switches on
 * @param state the instance that is read back; mostly the same
 * @param isOff what it says when the thing is off
 * @param isOn what it says when the thing is on
 */
public record Switching(String what, Oid command, int off, int on, Oid state, int isOff, int isOn) {

    private static final Oid IF_ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7");
    private static final int ADMIN_UP = 1;
    private static final int ADMIN_DOWN = 2;

    public Switching {
        Objects.requireNonNull(what);
        if (off == on || isOff == isOn) {
            throw new IllegalArgumentException(
                    "expected other values for off and on of " + what + ", found the same");
        }
    }

    /**
     * The administrative state of a switch's port: IF-MIB's {@code ifAdminStatus} (RFC 2863).
     *
     * @param ifIndex the interface, above 0
     */
    public static Switching port(int ifIndex) {
        if (ifIndex < 1) {
            throw new IllegalArgumentException("expected an ifIndex above 0, found " + ifIndex);
        }
        Oid admin = IF_ADMIN_STATUS.child(ifIndex);
        return new Switching(
                "port " + ifIndex, admin, ADMIN_DOWN, ADMIN_UP, admin, ADMIN_DOWN, ADMIN_UP);
    }

    /**
     * An outlet of a PDU, as the PDU's vendor has it.
     *
     * @param command the vendor's column that is written
     * @param off the value that switches off
     * @param on the value that switches on
     * @param state the vendor's column that tells the state
     * @param isOff what it says when the outlet is off
     * @param isOn what it says when the outlet is on
     * @param index the outlet's index below both columns
     */
    public static Switching outlet(
            Oid command, int off, int on, Oid state, int isOff, int isOn, Oid index) {
        return new Switching(
                "outlet " + index, command.child(index), off, on, state.child(index), isOff, isOn);
    }

    int written(Wish wish) {
        return switch (wish) {
            case OFF -> off;
            case ON -> on;
        };
    }

    int expected(Wish wish) {
        return switch (wish) {
            case OFF -> isOff;
            case ON -> isOn;
        };
    }
}
