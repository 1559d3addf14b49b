/** The stream between agent and collector, mapped to the vocabulary. */
@NullMarked
package io.holdfast.wire.stream;

import org.jspecify.annotations.NullMarked;
