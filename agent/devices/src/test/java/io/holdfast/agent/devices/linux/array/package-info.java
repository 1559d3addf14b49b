@NullMarked
package io.holdfast.agent.devices.linux.array;

import org.jspecify.annotations.NullMarked;
