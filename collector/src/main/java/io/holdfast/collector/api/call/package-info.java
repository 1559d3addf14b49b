/** A request to the API and its answer, whatever carries them. */
@NullMarked
package io.holdfast.collector.api.call;

import org.jspecify.annotations.NullMarked;
