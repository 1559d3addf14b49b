/** Fakes and fuzz for what is said to BMCs. */
@NullMarked
package io.holdfast.agent.devices.ipmi.message;

import org.jspecify.annotations.NullMarked;
