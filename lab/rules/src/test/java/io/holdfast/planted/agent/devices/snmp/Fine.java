package io.holdfast.planted.agent.devices.snmp;

/** Breaks a rule on purpose. */
public class Fine {
    public final int fine = 1;
}
