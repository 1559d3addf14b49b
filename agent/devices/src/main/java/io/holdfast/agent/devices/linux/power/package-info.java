/** Power supplies, mains adapters and batteries that the kernel lists. */
@NullMarked
package io.holdfast.agent.devices.linux.power;

import org.jspecify.annotations.NullMarked;
