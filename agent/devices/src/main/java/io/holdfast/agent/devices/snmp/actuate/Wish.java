package io.holdfast.agent.devices.snmp.actuate;

import java.util.Locale;

/** What a thing shall be. */
public enum Wish {
    OFF,
    ON;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
