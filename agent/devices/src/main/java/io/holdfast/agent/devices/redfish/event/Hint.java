package io.holdfast.agent.devices.redfish.event;

import io.holdfast.agent.devices.redfish.service.Link;
import java.util.Optional;

/**
 * That something may have changed.
 *
 * @param messageId the registry's name for it, such as {@code
 *     ResourceEvent.1.3.ResourceStatusChangedCritical}
 * @param severity the BMC's word for how bad it is; may be empty
 * @param message the BMC's own words; may be empty
 * @param origin the resource that it is about
 */
public record Hint(String messageId, String severity, String message, Optional<Link> origin) {}
