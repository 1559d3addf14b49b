@NullMarked
package io.holdfast.agent.devices.ups;

import org.jspecify.annotations.NullMarked;
