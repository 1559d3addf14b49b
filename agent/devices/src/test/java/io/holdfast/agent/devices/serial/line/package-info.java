@NullMarked
package io.holdfast.agent.devices.serial.line;

import org.jspecify.annotations.NullMarked;
