/** A link between two hosts over a serial line: framed, checked, numbered and authenticated. */
@NullMarked
package io.holdfast.agent.devices.serial.link;

import org.jspecify.annotations.NullMarked;
