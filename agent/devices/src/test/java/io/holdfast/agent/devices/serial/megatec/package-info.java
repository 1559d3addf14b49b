@NullMarked
package io.holdfast.agent.devices.serial.megatec;

import org.jspecify.annotations.NullMarked;
