@NullMarked
package io.holdfast.agent.devices.linux.bmc;

import org.jspecify.annotations.NullMarked;
