/**
 * Memory modules by the errors that their controller corrected or could not.
 *
 * <p>EDAC, as in the kernel's {@code Documentation/admin-guide/ras.rst} and {@code
 * Documentation/ABI/testing/sysfs-devices-edac}.
 */
@NullMarked
package io.holdfast.agent.devices.linux.memory;

import org.jspecify.annotations.NullMarked;
