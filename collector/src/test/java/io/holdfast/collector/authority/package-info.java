@NullMarked
package io.holdfast.collector.authority;

import org.jspecify.annotations.NullMarked;
