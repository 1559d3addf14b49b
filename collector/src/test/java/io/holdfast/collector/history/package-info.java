@NullMarked
package io.holdfast.collector.history;

import org.jspecify.annotations.NullMarked;
