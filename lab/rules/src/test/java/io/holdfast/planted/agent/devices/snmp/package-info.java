/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.devices.snmp;

import org.jspecify.annotations.NullMarked;
