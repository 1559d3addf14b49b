@NullMarked
package io.holdfast.wire.enrol;

import org.jspecify.annotations.NullMarked;
