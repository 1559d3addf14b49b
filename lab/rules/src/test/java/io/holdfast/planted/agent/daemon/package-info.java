/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.daemon;

import org.jspecify.annotations.NullMarked;
