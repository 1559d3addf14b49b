/** Planted violations. */
@NullMarked
package io.holdfast.planted.collector.maker;

import org.jspecify.annotations.NullMarked;
