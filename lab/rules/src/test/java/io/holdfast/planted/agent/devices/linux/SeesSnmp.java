package io.holdfast.planted.agent.devices.linux;

import io.holdfast.planted.agent.devices.snmp.Fine;

/** Breaks a rule on purpose. */
public class SeesSnmp {
    public final Class<?> seen = Fine.class;
}
