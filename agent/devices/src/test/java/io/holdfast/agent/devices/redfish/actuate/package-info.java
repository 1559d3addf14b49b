@NullMarked
package io.holdfast.agent.devices.redfish.actuate;

import org.jspecify.annotations.NullMarked;
