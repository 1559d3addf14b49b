/** Switching power. */
@NullMarked
package io.holdfast.agent.devices.ipmi.actuate;

import org.jspecify.annotations.NullMarked;
