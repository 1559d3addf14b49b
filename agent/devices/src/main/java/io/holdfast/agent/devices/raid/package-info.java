/** RAID controllers that hide their disks, as their makers' programs show them. */
@NullMarked
package io.holdfast.agent.devices.raid;

import org.jspecify.annotations.NullMarked;
