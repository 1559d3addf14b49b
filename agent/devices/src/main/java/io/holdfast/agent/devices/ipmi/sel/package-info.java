/** The system event log: what a BMC has written down, with its times; never a present state. */
@NullMarked
package io.holdfast.agent.devices.ipmi.sel;

import org.jspecify.annotations.NullMarked;
