/** The server as a whole: its controller, its chassis and the power it draws. */
@NullMarked
package io.holdfast.agent.devices.ipmi.chassis;

import org.jspecify.annotations.NullMarked;
