/** Copies of a collector's memory, and the way back from them. */
@NullMarked
package io.holdfast.collector.backup;

import org.jspecify.annotations.NullMarked;
