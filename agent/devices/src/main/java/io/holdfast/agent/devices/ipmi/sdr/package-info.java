/** Sensor data records: what a BMC can tell, and how to read its numbers (IPMI 2.0, chapter 43). */
@NullMarked
package io.holdfast.agent.devices.ipmi.sdr;

import org.jspecify.annotations.NullMarked;
