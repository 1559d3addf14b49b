@NullMarked
package io.holdfast.collector.reading;

import org.jspecify.annotations.NullMarked;
