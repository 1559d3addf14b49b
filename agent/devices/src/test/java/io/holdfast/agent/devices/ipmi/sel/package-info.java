/** The event log. */
@NullMarked
package io.holdfast.agent.devices.ipmi.sel;

import org.jspecify.annotations.NullMarked;
