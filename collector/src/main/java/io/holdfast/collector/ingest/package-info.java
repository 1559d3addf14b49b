/** The agents' streams: who may speak, how much, and what is acknowledged. */
@NullMarked
package io.holdfast.collector.ingest;

import org.jspecify.annotations.NullMarked;
