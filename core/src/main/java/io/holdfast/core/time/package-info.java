/**
 * How time enters: instants for stamps come from {@link java.time.InstantSource}, durations from a
 * ticker.
 */
@NullMarked
package io.holdfast.core.time;

import org.jspecify.annotations.NullMarked;
