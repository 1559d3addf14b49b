/** Switches machines off and on through their BMC, and reads back whether they are. */
@NullMarked
package io.holdfast.agent.devices.redfish.actuate;

import org.jspecify.annotations.NullMarked;
