/** Disks that cover one another in software: md arrays, ZFS pools, multipath maps. */
@NullMarked
package io.holdfast.agent.devices.linux.array;

import org.jspecify.annotations.NullMarked;
