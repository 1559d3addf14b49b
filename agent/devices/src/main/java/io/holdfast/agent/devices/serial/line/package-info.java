/** Serial lines: parameters, locks, bounded reads, and lines that come and go. */
@NullMarked
package io.holdfast.agent.devices.serial.line;

import org.jspecify.annotations.NullMarked;
