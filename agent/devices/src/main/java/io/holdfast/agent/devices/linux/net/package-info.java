/**
 * Network interfaces and bonds of this machine, or of one network namespace.
 *
 * <p>Everything is read from the {@code /sys} and {@code /proc} that the agent itself sees, so an
 * agent in a namespace reports that namespace. The meaning of the files: the kernel's {@code
 * Documentation/ABI/testing/sysfs-class-net}, {@code networking/bonding.rst} and {@code
 * drivers/net/bonding/bond_procfs.c}.
 */
@NullMarked
package io.holdfast.agent.devices.linux.net;

import org.jspecify.annotations.NullMarked;
