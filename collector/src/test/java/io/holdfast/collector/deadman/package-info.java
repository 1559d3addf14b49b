@NullMarked
package io.holdfast.collector.deadman;

import org.jspecify.annotations.NullMarked;
