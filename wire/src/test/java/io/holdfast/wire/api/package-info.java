@NullMarked
package io.holdfast.wire.api;

import org.jspecify.annotations.NullMarked;
