/**
 * What a single value may be: durations, sizes, addresses, paths, each saying what it expected and
 * what it found.
 */
@NullMarked
package io.holdfast.config.value;

import org.jspecify.annotations.NullMarked;
