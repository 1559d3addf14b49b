@NullMarked
package io.holdfast.wire.log;

import org.jspecify.annotations.NullMarked;
