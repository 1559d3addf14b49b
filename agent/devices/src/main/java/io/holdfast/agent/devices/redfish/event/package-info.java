/**
 * What a BMC tells of its own accord (DSP0266 section 12). Events are hints that a look is worth
 * while now; what is so is what the look sees, and where no events come polling goes on as before.
 */
@NullMarked
package io.holdfast.agent.devices.redfish.event;

import org.jspecify.annotations.NullMarked;
