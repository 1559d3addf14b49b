/**
 * PCI Express devices by the errors on their links.
 *
 * <p>Advanced Error Reporting, as in the kernel's {@code
 * Documentation/ABI/testing/sysfs-bus-pci-devices-aer_stats} and the PCI Express Base
 * Specification, section 6.2.
 */
@NullMarked
package io.holdfast.agent.devices.linux.pci;

import org.jspecify.annotations.NullMarked;
