/** Modbus RTU by register maps that are data. */
@NullMarked
package io.holdfast.agent.devices.serial.modbus;

import org.jspecify.annotations.NullMarked;
