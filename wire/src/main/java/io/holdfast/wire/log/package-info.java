/** What gRPC and Netty say, on its way into our own log. */
@NullMarked
package io.holdfast.wire.log;

import org.jspecify.annotations.NullMarked;
