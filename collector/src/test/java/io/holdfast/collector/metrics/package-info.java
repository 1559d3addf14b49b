@NullMarked
package io.holdfast.collector.metrics;

import org.jspecify.annotations.NullMarked;
