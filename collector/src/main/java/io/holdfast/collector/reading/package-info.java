/** Readings over time: series of values, rolled up by the minute and by the hour. Pure. */
@NullMarked
package io.holdfast.collector.reading;

import org.jspecify.annotations.NullMarked;
