/**
 * What changes something on a device: outlets of PDUs, ports of switches. Only the agent's daemon
 * may call it; each change is read back.
 */
@NullMarked
package io.holdfast.agent.devices.snmp.actuate;

import org.jspecify.annotations.NullMarked;
