/** Planted violations. */
@NullMarked
package io.holdfast.planted.collector.leak;

import org.jspecify.annotations.NullMarked;
