/** Inventory memories. */
@NullMarked
package io.holdfast.agent.devices.ipmi.fru;

import org.jspecify.annotations.NullMarked;
