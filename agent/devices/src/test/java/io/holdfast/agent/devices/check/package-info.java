@NullMarked
package io.holdfast.agent.devices.check;

import org.jspecify.annotations.NullMarked;
