/** The disks of this machine as the kernel lists them, and what they are used for. */
@NullMarked
package io.holdfast.agent.devices.linux.disk;

import org.jspecify.annotations.NullMarked;
