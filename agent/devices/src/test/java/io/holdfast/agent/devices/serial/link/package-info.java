@NullMarked
package io.holdfast.agent.devices.serial.link;

import org.jspecify.annotations.NullMarked;
