@NullMarked
package io.holdfast.agent.devices.redfish.http;

import org.jspecify.annotations.NullMarked;
