/**
 * A small HTTP/1.1 client for BMCs: one connection, one request in flight, every wait and every
 * size bounded. It does what RFC 9112 asks of a client that follows no redirects.
 */
@NullMarked
package io.holdfast.agent.devices.redfish.http;

import org.jspecify.annotations.NullMarked;
