@NullMarked
package io.holdfast.agent.devices.redfish;

import org.jspecify.annotations.NullMarked;
