/** Hosts and the collector itself as OpenMetrics. */
@NullMarked
package io.holdfast.collector.metrics;

import org.jspecify.annotations.NullMarked;
