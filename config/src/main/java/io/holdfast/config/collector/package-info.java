/** The settings of a collector. */
@NullMarked
package io.holdfast.config.collector;

import org.jspecify.annotations.NullMarked;
