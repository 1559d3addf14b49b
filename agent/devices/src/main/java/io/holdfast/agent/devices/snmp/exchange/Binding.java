package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;

/** An instance and its value, as a variable binding of a PDU carries it (RFC 3416, section 3). */
public record Binding(Oid name, Value value) {}
