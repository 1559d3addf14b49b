/** The C library's calls, for every driver that talks to the kernel. */
@NullMarked
package io.holdfast.agent.devices.libc;

import org.jspecify.annotations.NullMarked;
