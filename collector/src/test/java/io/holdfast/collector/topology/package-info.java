@NullMarked
package io.holdfast.collector.topology;

import org.jspecify.annotations.NullMarked;
