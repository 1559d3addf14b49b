/** Devices that are polled over a network or a line: where they are and how one may ask them. */
@NullMarked
package io.holdfast.core.device;

import org.jspecify.annotations.NullMarked;
