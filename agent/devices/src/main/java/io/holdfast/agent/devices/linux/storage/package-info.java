/** The storage of this machine in one look: disks, arrays and the controllers that hide disks. */
@NullMarked
package io.holdfast.agent.devices.linux.storage;

import org.jspecify.annotations.NullMarked;
