@NullMarked
package io.holdfast.agent.devices.serial.modbus;

import org.jspecify.annotations.NullMarked;
