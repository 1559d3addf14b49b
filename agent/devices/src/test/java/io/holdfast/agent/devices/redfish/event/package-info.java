@NullMarked
package io.holdfast.agent.devices.redfish.event;

import org.jspecify.annotations.NullMarked;
