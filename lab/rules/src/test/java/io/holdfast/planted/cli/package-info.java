/** Planted violations. */
@NullMarked
package io.holdfast.planted.cli;

import org.jspecify.annotations.NullMarked;
