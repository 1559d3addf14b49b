@NullMarked
package io.holdfast.collector.api.shown;

import org.jspecify.annotations.NullMarked;
