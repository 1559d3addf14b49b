/** Present states of sensors: numbers with their thresholds, and discrete states by their type. */
@NullMarked
package io.holdfast.agent.devices.ipmi.sensor;

import org.jspecify.annotations.NullMarked;
