/**
 * Servers seen through their BMCs, by IPMI 2.0: over the network and through the kernel's driver.
 */
@NullMarked
package io.holdfast.agent.devices.ipmi;

import org.jspecify.annotations.NullMarked;
