@NullMarked
package io.holdfast.agent.devices.raid;

import org.jspecify.annotations.NullMarked;
