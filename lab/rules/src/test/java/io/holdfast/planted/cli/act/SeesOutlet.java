package io.holdfast.planted.cli.act;

import io.holdfast.planted.agent.devices.snmp.actuate.Outlet;

/** Breaks a rule on purpose. */
public class SeesOutlet {
    public final Class<?> seen = Outlet.class;
}
