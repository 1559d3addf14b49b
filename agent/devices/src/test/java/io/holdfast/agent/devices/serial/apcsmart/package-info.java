@NullMarked
package io.holdfast.agent.devices.serial.apcsmart;

import org.jspecify.annotations.NullMarked;
