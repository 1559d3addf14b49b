/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.devices.snmp.actuate;

import org.jspecify.annotations.NullMarked;
