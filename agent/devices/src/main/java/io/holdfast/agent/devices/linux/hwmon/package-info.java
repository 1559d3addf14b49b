/** Fans and temperatures of the kernel's hardware monitor. */
@NullMarked
package io.holdfast.agent.devices.linux.hwmon;

import org.jspecify.annotations.NullMarked;
