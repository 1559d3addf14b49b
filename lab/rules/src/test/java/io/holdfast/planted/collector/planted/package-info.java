/** Planted violations. */
@NullMarked
package io.holdfast.planted.collector.planted;

import org.jspecify.annotations.NullMarked;
