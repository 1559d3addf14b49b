/** Planted violations. */
@NullMarked
package io.holdfast.planted.core;

import org.jspecify.annotations.NullMarked;
