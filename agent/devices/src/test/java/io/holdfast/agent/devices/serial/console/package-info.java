@NullMarked
package io.holdfast.agent.devices.serial.console;

import org.jspecify.annotations.NullMarked;
