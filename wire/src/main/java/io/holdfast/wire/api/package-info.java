/** The JSON records that a collector and its clients exchange. */
@NullMarked
package io.holdfast.wire.api;

import org.jspecify.annotations.NullMarked;
