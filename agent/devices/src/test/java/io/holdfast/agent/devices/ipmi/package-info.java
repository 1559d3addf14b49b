/** Whole looks at BMCs. */
@NullMarked
package io.holdfast.agent.devices.ipmi;

import org.jspecify.annotations.NullMarked;
