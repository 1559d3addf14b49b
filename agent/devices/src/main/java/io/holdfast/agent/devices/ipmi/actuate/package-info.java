/** Switching a server's power through its BMC. Only the agent's daemon may. */
@NullMarked
package io.holdfast.agent.devices.ipmi.actuate;

import org.jspecify.annotations.NullMarked;
