@NullMarked
package io.holdfast.collector.backup;

import org.jspecify.annotations.NullMarked;
