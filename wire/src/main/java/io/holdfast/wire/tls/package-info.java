/** How the ends of the wire know each other: one private authority, TLS 1.3, nothing older. */
@NullMarked
package io.holdfast.wire.tls;

import org.jspecify.annotations.NullMarked;
