/** What the Linux kernel tells of the hardware through its files, commands and sockets. */
@NullMarked
package io.holdfast.agent.devices.linux;

import org.jspecify.annotations.NullMarked;
