@NullMarked
package io.holdfast.collector.crash;

import org.jspecify.annotations.NullMarked;
