/** The devices that this agent asks for its collector: polled, stood in for, or tried. */
@NullMarked
package io.holdfast.agent.daemon.devices;

import org.jspecify.annotations.NullMarked;
