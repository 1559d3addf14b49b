/** The devices of racks as the collector's settings have them, with what opens them. */
@NullMarked
package io.holdfast.collector.rack;

import org.jspecify.annotations.NullMarked;
