@NullMarked
package io.holdfast.collector.northbound;

import org.jspecify.annotations.NullMarked;
