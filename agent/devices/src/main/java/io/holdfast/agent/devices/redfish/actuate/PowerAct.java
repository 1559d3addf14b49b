package io.holdfast.agent.devices.redfish.actuate;

/** What is done to a machine's power: the values of {@code ResetType} that we use (DSP0268). */
public enum PowerAct {
    /** Off at once, as by pulling the plug: what fencing needs. */
    FORCE_OFF("ForceOff", "Off"),
    /** On. */
    ON("On", "On"),
    /** The operating system is asked to shut down; it may take its time, or not do it. */
    GRACEFUL_SHUTDOWN("GracefulShutdown", "Off");

    private final String resetType;
    private final String leadsTo;

    PowerAct(String resetType, String leadsTo) {
        this.resetType = resetType;
        this.leadsTo = leadsTo;
    }

    /** The value of {@code ResetType}. */
    public String resetType() {
        return resetType;
    }

    /** The {@code PowerState} that it leads to. */
    public String leadsTo() {
        return leadsTo;
    }
}
