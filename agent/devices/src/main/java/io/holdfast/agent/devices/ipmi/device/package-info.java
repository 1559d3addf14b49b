/**
 * The BMC of this machine, through the kernel's driver (kernel: Documentation/driver-api/ipmi.rst).
 */
@NullMarked
package io.holdfast.agent.devices.ipmi.device;

import org.jspecify.annotations.NullMarked;
