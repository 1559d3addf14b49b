@NullMarked
package io.holdfast.agent.devices.linux;

import org.jspecify.annotations.NullMarked;
