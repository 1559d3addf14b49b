/** The machine as a whole: what it is, how busy it is, and whether it is a real one. */
@NullMarked
package io.holdfast.agent.devices.host;

import org.jspecify.annotations.NullMarked;
