package io.holdfast.agent.devices.ipmi.actuate;

/** What can be done to a server's power (IPMI 2.0, table 28-4). */
public enum PowerAction {
    OFF(0, PowerEnd.OFF),
    ON(1, PowerEnd.ON),
    /** Off, a pause, on. */
    CYCLE(2, PowerEnd.ON),
    RESET(3, PowerEnd.ON),
    /** The operating system is asked to shut down, by ACPI; it may not. */
    SOFT_OFF(5, PowerEnd.OFF);

    /** How the power must be read back afterwards. */
    enum PowerEnd {
        ON,
        OFF
    }

    private final int number;
    private final PowerEnd end;

    PowerAction(int number, PowerEnd end) {
        this.number = number;
        this.end = end;
    }

    int number() {
        return number;
    }

    boolean endsOn() {
        return end == PowerEnd.ON;
    }
}
