/** Readings of a BMC, to hold against other tools: what they say and what they cost. */
@NullMarked
package io.holdfast.bench.ipmi;

import org.jspecify.annotations.NullMarked;
