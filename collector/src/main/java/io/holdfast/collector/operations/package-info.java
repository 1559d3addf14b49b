/** What a person or the API may ask of a collector, and what comes back. */
@NullMarked
package io.holdfast.collector.operations;

import org.jspecify.annotations.NullMarked;
