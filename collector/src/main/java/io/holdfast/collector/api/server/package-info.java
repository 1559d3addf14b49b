/** The API over TLS and over a Unix socket, carried by Jetty. */
@NullMarked
package io.holdfast.collector.api.server;

import org.jspecify.annotations.NullMarked;
