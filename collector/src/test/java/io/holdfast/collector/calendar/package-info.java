@NullMarked
package io.holdfast.collector.calendar;

import org.jspecify.annotations.NullMarked;
