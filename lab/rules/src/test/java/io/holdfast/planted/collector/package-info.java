/** Planted violations. */
@NullMarked
package io.holdfast.planted.collector;

import org.jspecify.annotations.NullMarked;
