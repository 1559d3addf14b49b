/** Real SNMP agents, and one that behaves badly, started for a test on loopback. */
@NullMarked
package io.holdfast.agent.devices.snmp.peer;

import org.jspecify.annotations.NullMarked;
