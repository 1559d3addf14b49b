/** Keeps a BMC from being asked too much. */
@NullMarked
package io.holdfast.agent.devices.ipmi.guard;

import org.jspecify.annotations.NullMarked;
