/** Datagrams out of packet captures. */
@NullMarked
package io.holdfast.mibs.trap.capture;

import org.jspecify.annotations.NullMarked;
