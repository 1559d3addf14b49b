@NullMarked
package io.holdfast.wire.tls;

import org.jspecify.annotations.NullMarked;
