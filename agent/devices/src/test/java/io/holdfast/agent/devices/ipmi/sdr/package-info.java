/** Sensor data records. */
@NullMarked
package io.holdfast.agent.devices.ipmi.sdr;

import org.jspecify.annotations.NullMarked;
