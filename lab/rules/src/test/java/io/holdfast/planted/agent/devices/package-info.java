/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.devices;

import org.jspecify.annotations.NullMarked;
