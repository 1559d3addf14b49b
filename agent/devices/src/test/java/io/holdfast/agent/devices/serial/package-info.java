@NullMarked
package io.holdfast.agent.devices.serial;

import org.jspecify.annotations.NullMarked;
