/** Planted violations. */
@NullMarked
package io.holdfast.planted.wire;

import org.jspecify.annotations.NullMarked;
