@NullMarked
package io.holdfast.wire.stream;

import org.jspecify.annotations.NullMarked;
