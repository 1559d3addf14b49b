package io.holdfast.agent.devices.ipmi.rmcp;

import java.util.Locale;

/** The privilege that a session asks for (IPMI 2.0, 6.8). */
public enum Privilege {
    USER(2),
    OPERATOR(3),
    ADMINISTRATOR(4);

    private final int number;

    Privilege(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The word in options and settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
