/** Planted violations. */
@NullMarked
package io.holdfast.planted.time;

import org.jspecify.annotations.NullMarked;
