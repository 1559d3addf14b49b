/** Tells somebody outside, again and again, that this collector is there and well. */
@NullMarked
package io.holdfast.collector.deadman;

import org.jspecify.annotations.NullMarked;
