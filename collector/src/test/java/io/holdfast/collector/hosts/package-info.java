@NullMarked
package io.holdfast.collector.hosts;

import org.jspecify.annotations.NullMarked;
