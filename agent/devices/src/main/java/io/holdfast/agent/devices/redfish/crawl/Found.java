package io.holdfast.agent.devices.redfish.crawl;

import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;

/**
 * A resource that was found, and on which way.
 *
 * @param role what it is to the machine
 * @param resource what it says
 * @param owner what it belongs to: a chassis, a storage, an adapter, a supply; itself where nothing
 */
public record Found(Role role, Resource resource, Link owner) {}
