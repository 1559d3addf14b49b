/** Planted violations. */
@NullMarked
package io.holdfast.planted.names;

import org.jspecify.annotations.NullMarked;
