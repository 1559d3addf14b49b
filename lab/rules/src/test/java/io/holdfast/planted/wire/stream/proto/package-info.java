/** Planted violations. */
@NullMarked
package io.holdfast.planted.wire.stream.proto;

import org.jspecify.annotations.NullMarked;
