/** Agents as a collector meets them, for tests. */
@NullMarked
package io.holdfast.collector.peer;

import org.jspecify.annotations.NullMarked;
