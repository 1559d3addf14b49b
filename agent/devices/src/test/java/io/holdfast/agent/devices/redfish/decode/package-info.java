@NullMarked
package io.holdfast.agent.devices.redfish.decode;

import org.jspecify.annotations.NullMarked;
