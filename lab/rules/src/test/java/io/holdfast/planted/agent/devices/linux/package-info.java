/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.devices.linux;

import org.jspecify.annotations.NullMarked;
