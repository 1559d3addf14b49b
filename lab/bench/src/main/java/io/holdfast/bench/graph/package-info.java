/** What the graph of a whole data centre costs. */
@NullMarked
package io.holdfast.bench.graph;

import org.jspecify.annotations.NullMarked;
