@NullMarked
package io.holdfast.agent.devices.linux.memory;

import org.jspecify.annotations.NullMarked;
