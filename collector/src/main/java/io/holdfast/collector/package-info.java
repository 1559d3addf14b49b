/** The collector process: takes in, keeps, assesses, tells. */
@NullMarked
package io.holdfast.collector;

import org.jspecify.annotations.NullMarked;
