/** A small HTTP/1.1 client over any byte stream, because java.net.http knows no Unix sockets. */
@NullMarked
package io.holdfast.cli.http;

import org.jspecify.annotations.NullMarked;
