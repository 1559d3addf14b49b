/** Draws the graph of everything from the settings and all that hosts and devices report. */
@NullMarked
package io.holdfast.collector.topology;

import org.jspecify.annotations.NullMarked;
