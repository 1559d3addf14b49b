@NullMarked
package io.holdfast.agent.devices.linux.power;

import org.jspecify.annotations.NullMarked;
