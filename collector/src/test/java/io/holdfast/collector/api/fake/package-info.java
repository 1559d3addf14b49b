@NullMarked
package io.holdfast.collector.api.fake;

import org.jspecify.annotations.NullMarked;
