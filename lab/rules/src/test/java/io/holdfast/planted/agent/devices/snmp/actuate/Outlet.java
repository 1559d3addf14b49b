package io.holdfast.planted.agent.devices.snmp.actuate;

/** Breaks a rule on purpose. */
public class Outlet {
    public final int fine = 1;
}
