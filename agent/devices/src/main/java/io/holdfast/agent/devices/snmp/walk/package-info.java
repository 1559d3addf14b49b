/** Walks of subtrees, whatever the device does, within limits. */
@NullMarked
package io.holdfast.agent.devices.snmp.walk;

import org.jspecify.annotations.NullMarked;
