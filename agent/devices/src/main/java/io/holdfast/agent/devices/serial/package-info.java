/** Devices on a serial line: one dialogue and one pure decoder for each protocol. */
@NullMarked
package io.holdfast.agent.devices.serial;

import org.jspecify.annotations.NullMarked;
