/** Planted violations. */
@NullMarked
package io.holdfast.planted.cli.act;

import org.jspecify.annotations.NullMarked;
