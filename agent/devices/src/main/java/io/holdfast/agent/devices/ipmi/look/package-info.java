/** One look at a BMC: what is asked, what came, and what it says of the server. */
@NullMarked
package io.holdfast.agent.devices.ipmi.look;

import org.jspecify.annotations.NullMarked;
