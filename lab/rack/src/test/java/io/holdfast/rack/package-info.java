/** A whole rack in one process: a collector, agents and devices on loopback. */
@NullMarked
package io.holdfast.rack;

import org.jspecify.annotations.NullMarked;
