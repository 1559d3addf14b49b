/** The guard of BMCs. */
@NullMarked
package io.holdfast.agent.devices.ipmi.guard;

import org.jspecify.annotations.NullMarked;
