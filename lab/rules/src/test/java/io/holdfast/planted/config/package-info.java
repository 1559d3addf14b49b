/** Planted violations. */
@NullMarked
package io.holdfast.planted.config;

import org.jspecify.annotations.NullMarked;
