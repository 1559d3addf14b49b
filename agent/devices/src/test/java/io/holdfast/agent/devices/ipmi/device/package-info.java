/** The kernel's driver. */
@NullMarked
package io.holdfast.agent.devices.ipmi.device;

import org.jspecify.annotations.NullMarked;
