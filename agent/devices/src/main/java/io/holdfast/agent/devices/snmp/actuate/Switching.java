package io.holdfast.agent.devices.snmp.actuate;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.mibs.knowledge.Control;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.Objects;

/**
 * How one thing on a device is switched off and on: what is written where, and what reading it then
 * has to say.
 *
 * @param what the thing, in plain words, such as {@code outlet 7}
 * @param off what is written to switch off
 * @param on what is written to switch on
 * @param state the instance that is read back
 * @param isOff what it says when the thing is off
 * @param isOn what it says when the thing is on
 */
public record Switching(String what, Binding off, Binding on, Oid state, int isOff, int isOn) {

    private static final Oid IF_ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7");
    private static final int ADMIN_UP = 1;
    private static final int ADMIN_DOWN = 2;

    public Switching {
        Objects.requireNonNull(what);
        if (off.equals(on) || isOff == isOn) {
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
                "port " + ifIndex,
                written(admin, ADMIN_DOWN),
                written(admin, ADMIN_UP),
                admin,
                ADMIN_DOWN,
                ADMIN_UP);
    }

    /** A part of a device, such as a PDU's outlet, as the device's profile has it. */
    public static Switching of(Control control) {
        return new Switching(
                control.component().local(),
                written(control.off().instance(), control.off().value()),
                written(control.on().instance(), control.on().value()),
                control.state(),
                control.isOff(),
                control.isOn());
    }

    private static Binding written(Oid instance, int value) {
        return new Binding(instance, new Value.Whole(value));
    }

    Binding written(Wish wish) {
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
