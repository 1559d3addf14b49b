/** Thousands of simulated agents that speak the real protocol to a real collector. */
@NullMarked
package io.holdfast.bench.ingest;

import org.jspecify.annotations.NullMarked;
