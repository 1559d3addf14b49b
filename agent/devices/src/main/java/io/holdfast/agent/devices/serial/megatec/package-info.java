/** UPSs that speak Megatec (Q1) or one of Voltronic's dialects. */
@NullMarked
package io.holdfast.agent.devices.serial.megatec;

import org.jspecify.annotations.NullMarked;
