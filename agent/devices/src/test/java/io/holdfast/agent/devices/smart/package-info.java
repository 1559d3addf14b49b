@NullMarked
package io.holdfast.agent.devices.smart;

import org.jspecify.annotations.NullMarked;
