@NullMarked
package io.holdfast.agent.devices.linux.hwmon;

import org.jspecify.annotations.NullMarked;
