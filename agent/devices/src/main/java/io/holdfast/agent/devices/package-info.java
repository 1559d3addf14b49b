/** Drivers: thin transports and pure decoders of one kind of device each. */
@NullMarked
package io.holdfast.agent.devices;

import org.jspecify.annotations.NullMarked;
