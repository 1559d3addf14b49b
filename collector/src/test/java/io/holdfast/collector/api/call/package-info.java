@NullMarked
package io.holdfast.collector.api.call;

import org.jspecify.annotations.NullMarked;
