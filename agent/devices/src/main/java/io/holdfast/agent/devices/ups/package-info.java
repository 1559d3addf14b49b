/** What all protocols of uninterruptible power supplies have in common, whatever they speak. */
@NullMarked
package io.holdfast.agent.devices.ups;

import org.jspecify.annotations.NullMarked;
