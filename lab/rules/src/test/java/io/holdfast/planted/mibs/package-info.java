/** Planted violations. */
@NullMarked
package io.holdfast.planted.mibs;

import org.jspecify.annotations.NullMarked;
