/** Programs of the operating system, run with a deadline and without ever piling up. */
@NullMarked
package io.holdfast.agent.devices.command;

import org.jspecify.annotations.NullMarked;
