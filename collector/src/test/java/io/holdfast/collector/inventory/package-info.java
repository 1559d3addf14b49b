@NullMarked
package io.holdfast.collector.inventory;

import org.jspecify.annotations.NullMarked;
