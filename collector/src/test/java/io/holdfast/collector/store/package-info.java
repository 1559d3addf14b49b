@NullMarked
package io.holdfast.collector.store;

import org.jspecify.annotations.NullMarked;
