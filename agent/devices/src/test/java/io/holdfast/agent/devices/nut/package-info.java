@NullMarked
package io.holdfast.agent.devices.nut;

import org.jspecify.annotations.NullMarked;
