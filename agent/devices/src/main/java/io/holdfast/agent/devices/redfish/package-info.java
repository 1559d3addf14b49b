/** Redfish (DMTF DSP0266): what a BMC says over HTTPS of the server that it looks after. */
@NullMarked
package io.holdfast.agent.devices.redfish;

import org.jspecify.annotations.NullMarked;
