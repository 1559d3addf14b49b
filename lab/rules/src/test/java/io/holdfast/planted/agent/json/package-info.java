/** Planted violations. */
@NullMarked
package io.holdfast.planted.agent.json;

import org.jspecify.annotations.NullMarked;
