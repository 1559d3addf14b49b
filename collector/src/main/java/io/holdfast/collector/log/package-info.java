/** How a collector writes its log. */
@NullMarked
package io.holdfast.collector.log;

import org.jspecify.annotations.NullMarked;
