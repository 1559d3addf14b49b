@NullMarked
package io.holdfast.agent.devices.redfish.service;

import org.jspecify.annotations.NullMarked;
