/** Switches and PDUs at their line console, by scripts that are data. */
@NullMarked
package io.holdfast.agent.devices.serial.console;

import org.jspecify.annotations.NullMarked;
