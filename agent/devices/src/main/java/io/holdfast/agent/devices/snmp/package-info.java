/** Devices that speak SNMP: from a target and a login to a survey. */
@NullMarked
package io.holdfast.agent.devices.snmp;

import org.jspecify.annotations.NullMarked;
