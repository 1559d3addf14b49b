package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.observation.Evidence;
import java.util.Optional;

/**
 * A resource, or a part of one that is a thing of its own.
 *
 * @param link where it is
 * @param json what it says
 */
public record Resource(Link link, Json json) {

    /** What evidence from here names as its source. */
    public static final String SOURCE = "redfish";

    /** What this resource says at a property, as evidence. */
    public Evidence evidence(String property, String value, String label) {
        String pointer = link.pointer() + "/" + property.replace('.', '/');
        return new Evidence(SOURCE, link.path() + "#" + pointer, value, label);
    }

    /** The way to what a property links to. */
    public Optional<Link> link(String... way) {
        return Link.in(json.at(way));
    }

    /** The part of this resource at a property's place in an array. */
    public Resource part(String property, int index, Json item) {
        Link place = link.down(property).down(Integer.toString(index));
        // What the part calls itself is what others call it.
        Link itself = Link.in(item).orElse(place);
        return new Resource(itself, item);
    }
}
